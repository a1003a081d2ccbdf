using System;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006RegionMap.Before;

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
        if (!_regions.TryGetValue(key, out IntPtr region))
        {
            return;
        }

        NativeMemory.Free((void*)region);
        _regions.TryRemove(key, out _);
    }
}
