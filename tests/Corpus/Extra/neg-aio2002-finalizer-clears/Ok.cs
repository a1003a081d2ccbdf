using System;
using System.Threading;

namespace Corpus.Extra.NegAio2002FinalizerClears;

public sealed class Uplink : IDisposable
{
    private volatile IDisposable _link;
    private int _opened;

    public Uplink(Func<IDisposable> open) => _link = open();

    ~Uplink()
    {
        if (_link == null && Interlocked.Increment(ref _opened) == 1)
            _link = new Goodbye();
        _link?.Dispose();
    }

    public bool IsLinked => _link != null;

    public void Dispose()
    {
        IDisposable link = _link;
        _link = null;
        if (link != null)
            link.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Goodbye : IDisposable
    {
        public void Dispose() => Console.Error.WriteLine("lost");
    }
}
