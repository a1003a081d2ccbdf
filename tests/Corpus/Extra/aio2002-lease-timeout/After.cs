using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.Aio2002LeaseTimeout.After;

public sealed class MemoryReserve : IDisposable
{
    private readonly Timer _expiry;
    private readonly int _length;
    private byte[] _frame;

    public MemoryReserve(int length, TimeSpan limit)
    {
        _length = length;
        _frame = ArrayPool<byte>.Shared.Rent(length);
        _expiry = new Timer(_ => Release(), null, limit, Timeout.InfiniteTimeSpan);
    }

    public int Length => _length;

    public bool IsHeld => Volatile.Read(ref _frame) != null;

    public void Dispose()
    {
        _expiry.Dispose();
        Release();
    }

    private void Release()
    {
        byte[] frame = Interlocked.Exchange(ref _frame, null);
        if (frame != null)
            ArrayPool<byte>.Shared.Return(frame);
    }
}
