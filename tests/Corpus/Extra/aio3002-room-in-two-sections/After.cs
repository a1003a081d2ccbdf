using System;

namespace Corpus.Extra.Aio3002RoomInTwoSections
{
    /// <summary>Hands out stretches of one block of bytes, from the front, until there is no room left.</summary>
    public sealed class FrameArena
    {
        private readonly object _gate = new object();
        private readonly byte[] _block;
        private int _used;

        public FrameArena(int size)
        {
            _block = new byte[size];
        }

        public int Left
        {
            get
            {
                lock (_gate)
                {
                    return _block.Length - _used;
                }
            }
        }

        public ArraySegment<byte> Take(int size)
        {
            lock (_gate)
            {
                if (_used + size > _block.Length)
                {
                    throw new InvalidOperationException("The arena is full.");
                }

                var taken = new ArraySegment<byte>(_block, _used, size);
                _used += size;
                return taken;
            }
        }

        public void Reset()
        {
            lock (_gate)
            {
                _used = 0;
            }
        }
    }
}
