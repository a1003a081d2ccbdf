using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001SemaphoreSlots;

public sealed class ChannelPool<TChannel> where TChannel : class
{
    private readonly SemaphoreSlim _free;
    private readonly Stack<TChannel> _idle = new();
    private readonly Func<TChannel> _open;

    public ChannelPool(int size, Func<TChannel> open)
    {
        _free = new SemaphoreSlim(size, size);
        _open = open;
    }

    public async Task<TResult> UseAsync<TResult>(Func<TChannel, Task<TResult>> body, CancellationToken stop)
    {
        await _free.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            TChannel channel = Take() ?? _open();
            TResult result = await body(channel).ConfigureAwait(false);
            lock (_idle)
            {
                _idle.Push(channel);
            }

            return result;
        }
        finally
        {
            _free.Release();
        }
    }

    private TChannel Take()
    {
        lock (_idle)
        {
            return _idle.TryPop(out TChannel channel) ? channel : null;
        }
    }
}
