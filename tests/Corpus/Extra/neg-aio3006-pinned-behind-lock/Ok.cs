using System;
using System.Buffers;

namespace Corpus.Extra.NegAio3006PinnedBehindLock;

/// <summary>The samples of a recording, in a rented buffer that grows. A buffer goes back to the pool when nobody reads it.</summary>
public sealed class PinnedRecording
{
    private sealed class Block
    {
        public Block(int length) => Samples = ArrayPool<float>.Shared.Rent(length);

        public float[] Samples { get; }

        public int Readers { get; set; }

        public bool IsLeft { get; set; }
    }

    private readonly object _gate = new();
    private Block _block = new(64);
    private int _count;

    public void Add(float sample)
    {
        lock (_gate)
        {
            Block old = _block;
            if (_count == old.Samples.Length)
            {
                _block = new Block(_count * 2);
                old.Samples.CopyTo(_block.Samples, 0);
                old.IsLeft = true;
                if (old.Readers == 0)
                {
                    ArrayPool<float>.Shared.Return(old.Samples);
                }
            }

            _block.Samples[_count++] = sample;
        }
    }

    public float Peak()
    {
        Block block;
        int count;
        lock (_gate)
        {
            block = _block;
            count = _count;
            block.Readers++;
        }

        float peak = 0;
        for (int i = 0; i < count; i++)
        {
            peak = Math.Max(peak, Math.Abs(block.Samples[i]));
        }

        lock (_gate)
        {
            if (--block.Readers == 0 && block.IsLeft)
            {
                ArrayPool<float>.Shared.Return(block.Samples);
            }
        }

        return peak;
    }
}
