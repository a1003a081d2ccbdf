using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002OutboxDrain.Before;

public abstract class Outgoing
{
    public int Attempts { get; private set; }

    protected abstract Task SendCoreAsync();

    internal async Task<bool> TrySendAsync()
    {
        Attempts++;
        try
        {
            await SendCoreAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}

public sealed class Outbox
{
    private readonly ConcurrentQueue<Outgoing> _queue = new ConcurrentQueue<Outgoing>();
    private readonly ConcurrentQueue<Outgoing> _undelivered = new ConcurrentQueue<Outgoing>();
    private readonly Func<Task> _pump;
    private readonly int _attempts;
    private int _draining;

    public Outbox(int attempts)
    {
        _attempts = attempts;
        _pump = DrainAsync;
    }

    public int Length => _queue.Count;

    public void Post(Outgoing message)
    {
        if (message == null)
            throw new ArgumentNullException(nameof(message));

        _queue.Enqueue(message);
        if (Interlocked.Exchange(ref _draining, 1) == 0)
            Task.Run(_pump);
    }

    public bool TryTakeUndelivered(out Outgoing message) => _undelivered.TryDequeue(out message);

    private async Task DrainAsync()
    {
        while (_queue.TryDequeue(out Outgoing message))
        {
            await DeliverAsync(message).ConfigureAwait(false);
        }

        Interlocked.Exchange(ref _draining, 0);
    }

    private async Task DeliverAsync(Outgoing message)
    {
        for (int i = 0; i < _attempts; i++)
        {
            if (await message.TrySendAsync().ConfigureAwait(false))
                return;

            await Task.Delay(TimeSpan.FromMilliseconds(50 << Math.Min(i, 6))).ConfigureAwait(false);
        }

        _undelivered.Enqueue(message);
    }
}
