using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1001AsyncLatch.Before;

/// <summary>One producer opens, one consumer awaits.</summary>
public sealed class AsyncLatch
{
    private volatile TaskCompletionSource _waiter;
    private volatile bool _open;

    public bool IsOpen => _open;

    public Task WaitAsync()
    {
        if (IsOpen)
        {
            return Task.CompletedTask;
        }

        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiter = waiter;
        if (IsOpen)
        {
            waiter.TrySetResult();
        }

        return waiter.Task;
    }

    public void Open()
    {
        _open = true;
        _waiter?.TrySetResult();
    }
}

public sealed class WarmUp
{
    private readonly AsyncLatch _ready = new AsyncLatch();
    private int[] _table;

    public void Begin() => Task.Run(() =>
    {
        var table = new int[65536];
        for (int i = 1; i < table.Length; i++)
        {
            table[i] = table[i >> 1] + (i & 1);
        }

        _table = table;
        _ready.Open();
    });

    public async Task<int> CountBitsAsync(ushort value)
    {
        await _ready.WaitAsync().ConfigureAwait(false);
        return _table[value];
    }
}
