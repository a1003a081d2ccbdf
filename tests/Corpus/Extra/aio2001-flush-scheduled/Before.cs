using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio2001FlushScheduled.Before;

public sealed class DeferredWriter
{
    private readonly ConcurrentQueue<byte[]> _blocks = new ConcurrentQueue<byte[]>();
    private readonly Stream _target;
    private volatile bool _flushScheduled;

    public DeferredWriter(Stream target)
    {
        _target = target;
    }

    public void Write(byte[] block)
    {
        _blocks.Enqueue(block);
        ScheduleFlush();
    }

    private void ScheduleFlush()
    {
        if (_flushScheduled)
        {
            return;
        }

        _flushScheduled = true;
        ThreadPool.QueueUserWorkItem(static self => self.Flush(), this, preferLocal: false);
    }

    private void Flush()
    {
        try
        {
            while (_blocks.TryDequeue(out byte[] block))
            {
                _target.Write(block, 0, block.Length);
            }
        }
        finally
        {
            _flushScheduled = false;
            Interlocked.MemoryBarrier();
            if (!_blocks.IsEmpty)
            {
                ScheduleFlush();
            }
        }
    }
}
