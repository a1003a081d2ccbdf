using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio3002PoolLooksAgain;

public abstract class PoolPolicy<T>
    where T : class
{
    public abstract T Create();

    public virtual bool Reset(T item) => true;
}

public class ItemPool<T>
    where T : class
{
    private readonly ConcurrentQueue<T> _items = new ConcurrentQueue<T>();
    private readonly PoolPolicy<T> _policy;
    private readonly int _maxItems;
    private protected T _fastItem;
    private int _numItems;

    public ItemPool(PoolPolicy<T> policy, int maximumRetained)
    {
        _policy = policy;
        _maxItems = maximumRetained - 1;
    }

    public virtual T Get()
    {
        T item = _fastItem;
        if (item == null || Interlocked.CompareExchange(ref _fastItem, null, item) != item)
        {
            if (_items.TryDequeue(out item))
            {
                Interlocked.Decrement(ref _numItems);
                return item;
            }

            return _policy.Create();
        }

        return item;
    }

    public virtual void Return(T item)
    {
        ReturnCore(item);
    }

    private protected bool ReturnCore(T item)
    {
        if (!_policy.Reset(item))
        {
            return false;
        }

        if (_fastItem != null || Interlocked.CompareExchange(ref _fastItem, item, null) != null)
        {
            if (Interlocked.Increment(ref _numItems) <= _maxItems)
            {
                _items.Enqueue(item);
                return true;
            }

            Interlocked.Decrement(ref _numItems);
            return false;
        }

        return true;
    }

    private protected bool TryDrain(out T item)
    {
        item = Interlocked.Exchange(ref _fastItem, null);
        return item != null || _items.TryDequeue(out item);
    }
}

public sealed class DisposablePool<T> : ItemPool<T>, IDisposable
    where T : class, IDisposable
{
    private volatile bool _closed;

    public DisposablePool(PoolPolicy<T> policy, int maximumRetained)
        : base(policy, maximumRetained)
    {
    }

    public override T Get()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return base.Get();
    }

    public override void Return(T item)
    {
        if (_closed || !ReturnCore(item))
        {
            item.Dispose();
            return;
        }

        Interlocked.MemoryBarrier();
        if (_closed)
        {
            DisposeRetained();
        }
    }

    public void Dispose()
    {
        _closed = true;
        Interlocked.MemoryBarrier();
        DisposeRetained();
    }

    private void DisposeRetained()
    {
        while (TryDrain(out T item))
        {
            item.Dispose();
        }
    }
}
