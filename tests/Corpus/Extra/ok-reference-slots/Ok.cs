using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkReferenceSlots;

public sealed class SlotPipe<T>
    where T : class
{
    private readonly T[] _slots;
    private int _put;
    private int _get;

    public SlotPipe(int size) => _slots = new T[size];

    public bool TryPut(T item)
    {
        ref T slot = ref _slots[_put];
        if (Volatile.Read(ref slot) != null)
        {
            return false;
        }

        Volatile.Write(ref slot, item);
        _put = Next(_put);
        return true;
    }

    public T TryGet()
    {
        ref T slot = ref _slots[_get];
        T item = Volatile.Read(ref slot);
        if (item != null)
        {
            Volatile.Write(ref slot, null);
            _get = Next(_get);
        }

        return item;
    }

    private int Next(int index) => index + 1 == _slots.Length ? 0 : index + 1;
}

public sealed class Decoder
{
    private readonly SlotPipe<byte[]> _pipe = new SlotPipe<byte[]>(16);
    private readonly CancellationToken _stop;

    public Decoder(CancellationToken stop) => _stop = stop;

    public Task Produce(Func<byte[]> read) => Task.Run(() =>
    {
        while (!_stop.IsCancellationRequested && read() is { } block)
        {
            while (!_pipe.TryPut(block) && !_stop.IsCancellationRequested)
            {
                Thread.Yield();
            }
        }
    });

    public Task Consume(Action<byte[]> decode) => Task.Run(() =>
    {
        while (!_stop.IsCancellationRequested)
        {
            if (_pipe.TryGet() is { } block)
            {
                decode(block);
            }
        }
    });
}
