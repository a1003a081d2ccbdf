using System;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006RemovedThenFreed;

public sealed unsafe class BlockTable
{
    private readonly ConcurrentDictionary<int, IntPtr> _blocks = new();
    private readonly ReaderWriterLockSlim _use = new();

    public void Add(int key, int size) => _blocks[key] = (IntPtr)NativeMemory.AllocZeroed((nuint)size);

    public byte First(int key)
    {
        _use.EnterReadLock();
        try
        {
            return _blocks.TryGetValue(key, out IntPtr block) ? *(byte*)block : (byte)0;
        }
        finally
        {
            _use.ExitReadLock();
        }
    }

    public void Remove(int key)
    {
        _use.EnterWriteLock();
        try
        {
            if (!_blocks.TryRemove(key, out IntPtr block))
            {
                return;
            }

            NativeMemory.Free((void*)block);
        }
        finally
        {
            _use.ExitWriteLock();
        }
    }
}
