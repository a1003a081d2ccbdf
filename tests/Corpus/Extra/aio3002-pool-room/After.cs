using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002PoolRoom.After;

public interface IPhysicalConnection : IDisposable
{
    bool IsBroken { get; }
}

public sealed class DbPool : IDisposable
{
    private readonly object _lock = new object();
    private readonly Stack<IPhysicalConnection> _idle = new Stack<IPhysicalConnection>();
    private readonly Queue<TaskCompletionSource<IPhysicalConnection>> _waiters = new Queue<TaskCompletionSource<IPhysicalConnection>>();
    private readonly Func<IPhysicalConnection> _open;
    private readonly int _max;
    private int _live;
    private bool _disposed;

    public DbPool(int max, Func<IPhysicalConnection> open)
    {
        _max = max;
        _open = open;
    }

    public int Live
    {
        get { lock (_lock) return _live; }
    }

    public Task<IPhysicalConnection> RentAsync()
    {
        lock (_lock)
        {
            if (_disposed)
                throw new ObjectDisposedException(nameof(DbPool));
            if (_idle.Count > 0)
                return Task.FromResult(_idle.Pop());
            if (_live >= _max)
            {
                var waiter = new TaskCompletionSource<IPhysicalConnection>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiters.Enqueue(waiter);
                return waiter.Task;
            }
            _live++;
        }
        return Task.FromResult(OpenOne());
    }

    private IPhysicalConnection OpenOne()
    {
        try
        {
            return _open();
        }
        catch (Exception)
        {
            OnLost();
            throw;
        }
    }

    public void Return(IPhysicalConnection connection)
    {
        if (connection.IsBroken)
        {
            try
            {
                connection.Dispose();
            }
            finally
            {
                OnLost();
            }
            return;
        }
        lock (_lock)
        {
            if (!_disposed)
            {
                if (_waiters.TryDequeue(out TaskCompletionSource<IPhysicalConnection> waiter))
                    waiter.SetResult(connection);
                else
                    _idle.Push(connection);
                return;
            }
            _live--;
        }
        connection.Dispose();
    }

    private void OnLost()
    {
        TaskCompletionSource<IPhysicalConnection> waiter;
        lock (_lock)
        {
            if (!_waiters.TryDequeue(out waiter))
            {
                _live--;
                return;
            }
        }
        try
        {
            waiter.SetResult(_open());
        }
        catch (Exception ex)
        {
            waiter.SetException(ex);
            OnLost();
        }
    }

    public void Dispose()
    {
        IPhysicalConnection[] drained;
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            while (_waiters.TryDequeue(out TaskCompletionSource<IPhysicalConnection> waiter))
                waiter.SetException(new ObjectDisposedException(nameof(DbPool)));
            drained = _idle.ToArray();
            _idle.Clear();
            _live -= drained.Length;
        }
        foreach (IPhysicalConnection connection in drained)
            connection.Dispose();
    }
}
