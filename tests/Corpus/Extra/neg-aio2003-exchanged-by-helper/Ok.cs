using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003ExchangedByHelper;

public sealed class StealDeque
{
    private readonly Action[] _items = new Action[256];
    private int _top;
    private int _bottom;

    public bool TryPush(Action item)
    {
        int bottom = _bottom;
        if (bottom - Volatile.Read(ref _top) >= _items.Length)
        {
            return false;
        }

        Volatile.Write(ref _items[bottom & 255], item);
        WriteBottom(bottom + 1);
        return true;
    }

    public Action TryPop()
    {
        int bottom = _bottom - 1;
        ExchangeBottom(bottom);
        int top = Volatile.Read(ref _top);
        if (bottom - top < 0)
        {
            WriteBottom(bottom + 1);
            return null;
        }

        Action item = _items[bottom & 255];
        if (bottom == top)
        {
            if (Interlocked.CompareExchange(ref _top, top + 1, top) != top)
            {
                item = null;
            }

            WriteBottom(bottom + 1);
        }

        return item;
    }

    public Action TrySteal()
    {
        int top = Volatile.Read(ref _top);
        Interlocked.MemoryBarrier();
        int bottom = Volatile.Read(ref _bottom);
        if (bottom - top <= 0)
        {
            return null;
        }

        Action item = Volatile.Read(ref _items[top & 255]);
        return Interlocked.CompareExchange(ref _top, top + 1, top) == top ? item : null;
    }

    private void WriteBottom(int bottom) => Volatile.Write(ref _bottom, bottom);

    private int ExchangeBottom(int bottom) => Interlocked.Exchange(ref _bottom, bottom);
}

public sealed class StealWorker
{
    private readonly StealDeque _own = new StealDeque();

    public void Start(StealWorker[] all, Action<StealDeque> fill, CancellationToken stop)
    {
        new Thread(() =>
        {
            fill(_own);
            for (int i = 0; !stop.IsCancellationRequested; i = (i + 1) % all.Length)
            {
                Action work = _own.TryPop() ?? all[i]._own.TrySteal();
                work?.Invoke();
            }
        }) { IsBackground = true }.Start();
    }
}
