using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.Aio3006ThreadNotJoined.After;

public sealed class FrameReader
{
    private readonly Func<byte[], int> _read;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(8192);
    private readonly Thread _thread;
    private volatile bool _stop;
    private long _sum;

    public FrameReader(Func<byte[], int> read)
    {
        _read = read;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public void Stop()
    {
        _stop = true;
        _thread.Join();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Run()
    {
        while (!_stop)
        {
            int count = _read(_buffer);
            for (int i = 0; i < count; i++)
            {
                Interlocked.Add(ref _sum, _buffer[i]);
            }
        }
    }
}
