using System.Threading;

namespace Corpus.Extra.NegAio2004OnTheWayBack;

public sealed class Workbench
{
    private const int Free = 0;
    private const int Working = 1;
    private const int Clearing = 2;
    private int _state;
    private object? _piece;
    private volatile bool _clearSoon;

    public bool TryTake(object piece)
    {
        if (Interlocked.CompareExchange(ref _state, Working, Free) != Free)
        {
            return false;
        }

        _piece = piece;
        return true;
    }

    public void Clear()
    {
        if (Interlocked.CompareExchange(ref _state, Clearing, Free) == Free)
        {
            _piece = null;
            Volatile.Write(ref _state, Free);
        }
        else
        {
            _clearSoon = true;
        }
    }

    public void Return()
    {
        Volatile.Write(ref _state, Clearing);
        if (_clearSoon)
        {
            _piece = null;
            _clearSoon = false;
        }

        Volatile.Write(ref _state, Free);
    }
}
