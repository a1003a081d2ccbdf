using System;
using System.Threading;

namespace Corpus.Extra.Aio2004FreeListDrain.Before;

public sealed class BlockFreeList
{
    private sealed class Block
    {
        public Block Next;
        public readonly byte[] Bytes = new byte[4096];
    }

    private Block _top;

    public void Give(byte[] _)
    {
        var block = new Block();
        do
        {
            block.Next = Volatile.Read(ref _top);
        }
        while (Interlocked.CompareExchange(ref _top, block, block.Next) != block.Next);
    }

    public byte[] Take()
    {
        while (true)
        {
            Block top = Volatile.Read(ref _top);
            if (top == null)
            {
                return new byte[4096];
            }

            if (Interlocked.CompareExchange(ref _top, top.Next, top) == top)
            {
                return top.Bytes;
            }
        }
    }

    public int Trim()
    {
        Block all = _top;
        _top = null;
        int count = 0;
        for (; all != null; all = all.Next)
        {
            Array.Clear(all.Bytes);
            count++;
        }

        return count;
    }
}
