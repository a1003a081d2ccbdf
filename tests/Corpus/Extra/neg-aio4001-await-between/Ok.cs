using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio4001AwaitBetween;

public sealed class Relay
{
    private int _sent;
    private volatile bool _stopping;
    private readonly Func<Task> _send;

    public Relay(Func<Task> send) => _send = send;

    public async Task<bool> SendAsync()
    {
        Interlocked.Increment(ref _sent);
        await _send();
        Interlocked.MemoryBarrier();
        return !_stopping;
    }

    public int Stop()
    {
        _stopping = true;
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _sent);
    }
}
