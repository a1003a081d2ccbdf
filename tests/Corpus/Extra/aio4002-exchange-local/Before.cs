using System.Threading;

namespace Corpus.Extra.Aio4002ExchangeLocal.Before;

public sealed class Slots
{
    private string _current = string.Empty;

    public string Current => Volatile.Read(ref _current);

    public string Swap(string next)
    {
        string current = Volatile.Read(ref _current);
        string before = Interlocked.Exchange(ref current, next);
        Volatile.Write(ref _current, current);
        return before;
    }
}
