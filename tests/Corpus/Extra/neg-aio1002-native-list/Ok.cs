using System;
using System.Runtime.InteropServices;

namespace Corpus.Extra.NegAio1002NativeList;

public unsafe struct ListHead
{
    public int Count;
    public int Capacity;
}

public sealed unsafe class NativeList
{
    private readonly ListHead* _head = (ListHead*)NativeMemory.AllocZeroed(8192);
    private readonly long* _items;

    public NativeList() => _items = (long*)(_head + 1);

    public int Count => _head->Count;

    public void Add(long item)
    {
        int at = _head->Count;
        _items[at] = item;
        _head->Count = at + 1;
    }

    public long Sum()
    {
        long sum = 0;
        for (int i = 0; i < _head->Count; i++)
        {
            sum += _items[i];
        }

        return sum;
    }
}
