using System;
using System.Threading;

namespace Corpus.Extra.NegAio3007ClearedWhereRefused
{
    public sealed class Scratch
    {
        public byte[] Bytes = new byte[256];
        public int Length;
    }

    /// <summary>Keeps one scratch for the next who needs one.</summary>
    public sealed class ScratchCache
    {
        private Scratch _idle;

        public Scratch Rent(int length)
        {
            Scratch scratch = Interlocked.Exchange(ref _idle, null) ?? new Scratch();
            scratch.Length = length;
            return scratch;
        }

        public void Return(Scratch scratch)
        {
            if (Interlocked.CompareExchange(ref _idle, scratch, null) != null)
            {
                scratch.Length = 0;
                scratch.Bytes = Array.Empty<byte>();
            }
        }
    }
}
