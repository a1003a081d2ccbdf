using System;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006RegionMap.After;

public sealed unsafe class RegionMap
{
    private readonly ConcurrentDictionary<int, IntPtr> _regions = new();
    private readonly ReaderWriterLockSlim _use = new();

    public void Map(int key, int size) => _regions[key] = (IntPtr)NativeMemory.AllocZeroed((nuint)size);

    public int Peek(int key)
    {
        _use.EnterReadLock();
        try
        {
            return _regions.TryGetValue(key, out IntPtr region) ? *(int*)region : -1;
        }
        finally
        {
            _use.ExitReadLock();
        }
    }

    public void Unmap(int key)
    {
        _use.EnterWriteLock();
        try
        {
            if (_regions.TryRemove(key, out IntPtr region))
            {
                NativeMemory.Free((void*)region);
            }
        }
        finally
        {
            _use.ExitWriteLock();
        }
    }
}
