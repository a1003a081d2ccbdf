using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Corpus.Extra.Aio3006BlockOfStruct.Before;

public sealed unsafe class BlockTable : IDisposable
{
    private readonly object _sync = new();
    private readonly Dictionary<int, Block> _blocks = new();
    private int _nextKey = 1;

    public long TotalBytes
    {
        get
        {
            lock (_sync)
            {
                return _blocks.Values.Sum(static r => (long)r.Length);
            }
        }
    }

    public int Map(int length)
    {
        var block = new Block((byte*)NativeMemory.AllocZeroed((nuint)length), length);
        lock (_sync)
        {
            int key = _nextKey++;
            _blocks.Add(key, block);
            return key;
        }
    }

    public int Read(int key, int offset, Span<byte> into)
    {
        lock (_sync)
        {
            if (!_blocks.TryGetValue(key, out Block block) || (uint)offset > (uint)block.Length)
            {
                return -1;
            }

            int count = Math.Min(into.Length, block.Length - offset);
            new ReadOnlySpan<byte>(block.Start + offset, count).CopyTo(into);
            return count;
        }
    }

    public bool Write(int key, int offset, ReadOnlySpan<byte> from)
    {
        lock (_sync)
        {
            return _blocks.TryGetValue(key, out Block block)
                && (uint)offset <= (uint)block.Length
                && from.TryCopyTo(new Span<byte>(block.Start + offset, block.Length - offset));
        }
    }

    public bool Release(int key)
    {
        Block block;
        lock (_sync)
        {
            if (!_blocks.TryGetValue(key, out block))
            {
                return false;
            }
        }

        NativeMemory.Free(block.Start);
        lock (_sync)
        {
            return _blocks.Remove(key);
        }
    }

    public void Dispose()
    {
        Block[] left;
        lock (_sync)
        {
            left = _blocks.Values.ToArray();
            _blocks.Clear();
        }

        foreach (Block block in left)
        {
            NativeMemory.Free(block.Start);
        }
    }

    private readonly struct Block
    {
        public readonly byte* Start;
        public readonly int Length;

        public Block(byte* start, int length)
        {
            Start = start;
            Length = length;
        }
    }
}
