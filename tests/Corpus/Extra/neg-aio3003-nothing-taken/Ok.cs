using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3003NothingTaken;

public abstract class ClientPool<TClient> where TClient : class
{
    private readonly object _gate = new();
    private readonly Stack<TClient> _idle = new();
    private readonly int _limit;
    private int _made;
    private bool _closed;

    protected ClientPool(int limit) => _limit = limit;

    public (int Made, int Idle) Usage
    {
        get
        {
            lock (_gate)
            {
                return (_made, _idle.Count);
            }
        }
    }

    protected abstract Task<TClient> DialAsync(CancellationToken cancellation);

    protected abstract void Close(TClient client);

    public async ValueTask<TClient> RentAsync(CancellationToken cancellation = default)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_idle.TryPop(out TClient client))
            {
                return client;
            }

            if (_made == _limit)
            {
                return null;
            }

            _made++;
        }

        try
        {
            return await DialAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            lock (_gate)
            {
                _made--;
            }

            throw;
        }
    }

    public void Return(TClient client, bool healthy)
    {
        lock (_gate)
        {
            if (healthy && !_closed)
            {
                _idle.Push(client);
                return;
            }

            _made--;
        }

        Close(client);
    }

    public void CloseAll()
    {
        TClient[] idle;
        lock (_gate)
        {
            _closed = true;
            idle = _idle.ToArray();
            _idle.Clear();
            _made -= idle.Length;
        }

        Array.ForEach(idle, Close);
    }
}
