using System;
using System.Buffers;

namespace Corpus.Extra.NegAio2005OneWriter;

public sealed class FrameWriter
{
    private readonly object _sync = new object();
    private readonly Action<byte[]> _release;
    private byte[] _block;
    private Memory<byte> _rest;
    private int _blocks;

    public FrameWriter(Action<byte[]> release) => _release = release;

    public int Blocks
    {
        get
        {
            lock (_sync)
                return _blocks;
        }
    }

    public Memory<byte> GetMemory(int size)
    {
        if (_rest.Length < size)
        {
            lock (_sync)
            {
                if (_rest.Length < size)
                {
                    _block = ArrayPool<byte>.Shared.Rent(Math.Max(size, 4096));
                    _rest = _block;
                    _blocks++;
                }
            }
        }

        return _rest;
    }

    public void Advance(int written)
    {
        lock (_sync)
        {
            _rest = _rest.Slice(written);
        }
    }

    public void Take()
    {
        byte[] block;
        lock (_sync)
        {
            block = _block;
            _block = null;
            _rest = default;
        }

        if (block != null)
            _release(block);
    }
}
