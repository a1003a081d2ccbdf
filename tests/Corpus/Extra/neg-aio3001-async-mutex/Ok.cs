using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001AsyncMutex;

public sealed class Connections
{
    private readonly SemaphoreSlim _lock = new SemaphoreSlim(1, 1);
    private readonly Stack<IDisposable> _idle = new Stack<IDisposable>();
    private int _open;

    public async Task<IDisposable> RentAsync(Func<Task<IDisposable>> connect, CancellationToken token)
    {
        await _lock.WaitAsync(token).ConfigureAwait(false);
        try
        {
            if (_idle.Count > 0)
            {
                return _idle.Pop();
            }

            IDisposable made = await connect().ConfigureAwait(false);
            _open++;
            return made;
        }
        finally
        {
            _lock.Release();
        }
    }

    public void Return(IDisposable connection)
    {
        _lock.Wait();
        try
        {
            _idle.Push(connection);
        }
        finally
        {
            _lock.Release();
        }
    }

    public async Task<int> TrimAsync()
    {
        if (!await _lock.WaitAsync(0).ConfigureAwait(false))
        {
            return 0;
        }

        try
        {
            int closed = 0;
            while (_idle.Count > 4)
            {
                _idle.Pop().Dispose();
                _open--;
                closed++;
            }

            return closed;
        }
        finally
        {
            _lock.Release();
        }
    }
}
