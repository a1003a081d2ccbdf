using System.Threading;

namespace Corpus.Extra.Aio4002ExchangeLocal.After;

public sealed class Slots
{
    private string _current = string.Empty;

    public string Current => Volatile.Read(ref _current);

    public string Swap(string next)
    {
        return Interlocked.Exchange(ref _current, next);
    }
}
