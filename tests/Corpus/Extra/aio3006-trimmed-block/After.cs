using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006TrimmedBlock.After;

public sealed unsafe class NativeBlock
{
    private void* _pointer;

    internal NativeBlock(int size)
    {
        Size = size;
        _pointer = NativeMemory.Alloc((nuint)size);
    }

    public int Size { get; }
    public Span<byte> Span => new Span<byte>(_pointer, Size);

    internal void Free()
    {
        NativeMemory.Free(_pointer);
        _pointer = null;
    }
}

public sealed class NativeBlockCache : IDisposable
{
    private readonly object _sync = new object();
    private readonly LinkedList<NativeBlock> _idle = new LinkedList<NativeBlock>();
    private readonly int _blockSize;
    private readonly int _keep;
    private readonly Timer _trimTimer;
    private bool _disposed;

    public NativeBlockCache(int blockSize, int keep, TimeSpan trimPeriod)
    {
        _blockSize = blockSize;
        _keep = keep;
        _trimTimer = new Timer(static state => ((NativeBlockCache)state).Trim(), this, trimPeriod, trimPeriod);
    }

    public NativeBlock Rent()
    {
        lock (_sync)
        {
            LinkedListNode<NativeBlock> node = _idle.Last;
            if (node != null)
            {
                _idle.RemoveLast();
                return node.Value;
            }
        }

        return new NativeBlock(_blockSize);
    }

    public void Return(NativeBlock block)
    {
        lock (_sync)
        {
            if (!_disposed)
            {
                _idle.AddLast(block);
                return;
            }
        }

        block.Free();
    }

    private void Trim()
    {
        NativeBlock victim;
        lock (_sync)
        {
            if (_idle.Count <= _keep)
            {
                return;
            }

            victim = _idle.First.Value;
            _idle.RemoveFirst();
        }

        victim.Free();
    }

    public void Dispose()
    {
        var blocks = new List<NativeBlock>();
        using (var stopped = new ManualResetEvent(false))
        {
            if (_trimTimer.Dispose(stopped))
            {
                stopped.WaitOne();
            }
        }

        lock (_sync)
        {
            _disposed = true;
            blocks.AddRange(_idle);
            _idle.Clear();
        }

        foreach (NativeBlock block in blocks)
        {
            block.Free();
        }
    }
}
