using System;
using System.Collections.Concurrent;
using System.Threading;

namespace ExtraFromTheIdleOnes
{
    public sealed class Slab
    {
        public byte[] Bytes;
        public byte[] Window;
    }

    public sealed class SlabPool
    {
        private readonly ConcurrentQueue<Slab> _idle = new ConcurrentQueue<Slab>();

        public Slab Get(int size)
        {
            if (_idle.TryDequeue(out Slab slab))
            {
                slab.Window = new byte[size];
                return slab;
            }

            slab = new Slab { Bytes = new byte[size] };
            slab.Window = slab.Bytes;
            return slab;
        }

        public void Return(Slab slab) => _idle.Enqueue(slab);
    }

    public sealed class Tape
    {
        private readonly SlabPool _pool = new SlabPool();
        private readonly object _head = new object();
        private readonly Action<byte[]> _device;

        public Tape(Action<byte[]> device) => _device = device;

        public void Copy(byte[][] reels)
        {
            lock (_head)
            {
                for (int i = 0; i < reels.Length; i++)
                {
                    Slab slab = _pool.Get(reels[i].Length);
                    _device(slab.Window);
                    Array.Copy(slab.Window, reels[i], reels[i].Length);
                    _pool.Return(slab);
                }
            }
        }

        public void Write(byte[] data)
        {
            Slab slab = _pool.Get(data.Length);
            Array.Copy(data, slab.Window, data.Length);
            _device(slab.Window);
            _pool.Return(slab);
        }
    }
}
