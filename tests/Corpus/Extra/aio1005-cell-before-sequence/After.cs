using System;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1005CellBeforeSequence.After;

[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct QueuePositions
{
    [FieldOffset(0)] public long Enqueue;
    [FieldOffset(128)] public long Dequeue;
}

public sealed class DeliveryQueue<TMessage>
{
    private struct Cell
    {
        public long Sequence;
        public TMessage Item;
        public long EnqueuedAt;
    }

    private readonly Cell[] _cells;
    private readonly int _mask;
    private readonly TimeProvider _clock;
    private QueuePositions _positions;

    public DeliveryQueue(int capacity, TimeProvider clock = null)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity));
        _cells = new Cell[size];
        for (int i = 0; i < size; i++)
            _cells[i].Sequence = i;
        _mask = size - 1;
        _clock = clock ?? TimeProvider.System;
    }

    public int Capacity => _cells.Length;

    public bool TryPublish(TMessage message)
    {
        long position = Volatile.Read(ref _positions.Enqueue);
        while (true)
        {
            ref Cell cell = ref _cells[(int)position & _mask];
            long difference = Volatile.Read(ref cell.Sequence) - position;
            if (difference == 0)
            {
                long seen = Interlocked.CompareExchange(ref _positions.Enqueue, position + 1, position);
                if (seen == position)
                {
                    cell.Item = message;
                    cell.EnqueuedAt = _clock.GetTimestamp();
                    Volatile.Write(ref cell.Sequence, position + 1);
                    return true;
                }

                position = seen;
            }
            else if (difference < 0)
            {
                return false;
            }
            else
            {
                position = Volatile.Read(ref _positions.Enqueue);
            }
        }
    }

    public bool TryReceive(out TMessage message, out TimeSpan age)
    {
        long position = Volatile.Read(ref _positions.Dequeue);
        while (true)
        {
            ref Cell cell = ref _cells[(int)position & _mask];
            long difference = Volatile.Read(ref cell.Sequence) - (position + 1);
            if (difference == 0)
            {
                long seen = Interlocked.CompareExchange(ref _positions.Dequeue, position + 1, position);
                if (seen == position)
                {
                    message = cell.Item;
                    age = _clock.GetElapsedTime(cell.EnqueuedAt);
                    cell.Item = default;
                    Volatile.Write(ref cell.Sequence, position + _mask + 1);
                    return true;
                }

                position = seen;
            }
            else if (difference < 0)
            {
                message = default;
                age = default;
                return false;
            }
            else
            {
                position = Volatile.Read(ref _positions.Dequeue);
            }
        }
    }
}
