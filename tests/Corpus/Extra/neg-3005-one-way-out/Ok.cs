using System.Threading;

namespace Corpus.Extra.Neg3005OneWayOut;

public sealed class Pages
{
    private readonly object _sync = new object();
    private readonly byte[][] _pages = new byte[16][];
    private int _used;

    public int Take(int size)
    {
        int index = -1;
        Monitor.Enter(_sync);
        if (size <= 0)
            goto leave;
        for (int i = 0; i < _pages.Length; i++)
        {
            if (_pages[i] == null)
            {
                _pages[i] = new byte[size];
                _used++;
                index = i;
                goto leave;
            }

            if (i > 8 && _used > 4)
                break;
        }

    leave:
        Monitor.Exit(_sync);
        return index;
    }

    public int Used()
    {
        Monitor.Enter(_sync);
        switch (_used)
        {
            case 0:
                Monitor.Exit(_sync);
                return 0;
            case 1:
            {
                Monitor.Exit(_sync);
                return 1;
            }

            default:
                int used = _used;
                Monitor.Exit(_sync);
                return used;
        }
    }
}
