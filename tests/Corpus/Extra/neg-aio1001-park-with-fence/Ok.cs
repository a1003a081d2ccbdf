using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio1001ParkWithFence;

public sealed class FrameEncoder
{
    private readonly byte[][] _ring = new byte[256][];
    private readonly SemaphoreSlim _wake = new(0);
    private long _in;
    private long _out;
    private int _idle;

    public bool Post(byte[] frame)
    {
        long at = _in;
        if (at - Volatile.Read(ref _out) == _ring.Length)
        {
            return false;
        }

        _ring[at & 255] = frame;
        Volatile.Write(ref _in, at + 1);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _idle) == 1 && Interlocked.CompareExchange(ref _idle, 0, 1) == 1)
        {
            _wake.Release();
        }

        return true;
    }

    public async Task RunAsync(Func<byte[], Task> encode, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            long at = _out;
            if (at != Volatile.Read(ref _in))
            {
                byte[] frame = _ring[at & 255];
                _ring[at & 255] = null;
                Volatile.Write(ref _out, at + 1);
                await encode(frame).ConfigureAwait(false);
                continue;
            }

            Interlocked.Exchange(ref _idle, 1);
            if (at != Volatile.Read(ref _in) && Interlocked.CompareExchange(ref _idle, 0, 1) == 1)
            {
                continue;
            }

            await _wake.WaitAsync(stop).ConfigureAwait(false);
        }
    }
}
