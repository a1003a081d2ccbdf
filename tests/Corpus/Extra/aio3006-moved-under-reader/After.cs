using System;
using System.Runtime.InteropServices;

namespace Corpus.Extra.Aio3006MovedUnderReader.After;

/// <summary>A table of keys in native memory. Any number of threads add and look up.</summary>
public sealed unsafe class KeyTable
{
    private readonly object _gate = new();
    private long* _keys = (long*)NativeMemory.Alloc(16, sizeof(long));
    private int _capacity = 16;
    private int _count;

    ~KeyTable() => NativeMemory.Free(_keys);

    public void Add(long key)
    {
        lock (_gate)
        {
            if (_count == _capacity)
            {
                _capacity *= 2;
                _keys = (long*)NativeMemory.Realloc(_keys, (nuint)_capacity * sizeof(long));
            }

            _keys[_count++] = key;
        }
    }

    public bool Contains(long key)
    {
        lock (_gate)
        {
            return new ReadOnlySpan<long>(_keys, _count).Contains(key);
        }
    }
}
