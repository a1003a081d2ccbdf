using System;
using System.Threading;

public sealed class NextStop
{
    private readonly Func<string> _ask;
    private int _isAsking;
    private string _stop;
    private int _asked;

    public NextStop(Func<string> ask) => _ask = ask;

    private string Take()
    {
        if (Interlocked.CompareExchange(ref _isAsking, 1, 0) != 0)
            return null;
        string stop = _stop;
        _stop = null;
        _asked++;
        Volatile.Write(ref _isAsking, 0);
        return stop;
    }

    public string Show() => Take() ?? "";

    /// <summary>By the driver, who has no other thread.</summary>
    public void Announce()
    {
        if (Take() == null)
            _stop = _ask();
    }
}
