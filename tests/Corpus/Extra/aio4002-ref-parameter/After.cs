using System.Threading;

namespace Corpus.Extra.Aio4002RefParameter.After;

public sealed class Switchboard
{
    private volatile int _open;
    private readonly int[] _lines = new int[8];

    public void Open(int line)
    {
        _lines[0] = line;
        Put(ref _open, 1);
    }

    public bool IsOpen => _open != 0;

    private static void Put(ref int place, int value)
    {
        if (value >= 0)
        {
            Volatile.Write(ref place, value);
        }
    }
}
