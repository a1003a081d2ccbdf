using System;
using System.Threading;

namespace Corpus.Extra.Aio2005TornInBase.After;

public abstract class Feed
{
    private protected object _session = Guid.NewGuid();

    public abstract string Name { get; }
}

public sealed class RotatingFeed : Feed, IDisposable
{
    private readonly Timer _rotation;

    public RotatingFeed(TimeSpan period) => _rotation = new Timer(Rotate, null, period, period);

    public override string Name => "feed-" + ((Guid)Volatile.Read(ref _session)).ToString("N");

    public bool IsCurrent(Guid session) => session == (Guid)Volatile.Read(ref _session);

    public void Dispose() => _rotation.Dispose();

    private void Rotate(object state)
    {
        Volatile.Write(ref _session, Guid.NewGuid());
    }
}
