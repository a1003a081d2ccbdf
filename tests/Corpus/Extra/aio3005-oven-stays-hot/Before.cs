using System;
using System.IO;
using System.Threading;

namespace ExtraMosaicTiles
{
    /// <summary>Bakes the tiles of a map on a signal of its owner, one baking at a time.</summary>
    public sealed class TileOven
    {
        private readonly Func<int, byte[]> _bake;
        private readonly Stream[] _sinks;
        private int _isHot;

        public TileOven(Func<int, byte[]> bake, Stream[] sinks)
        {
            _bake = bake;
            _sinks = sinks;
        }

        public int Failures { get; private set; }

        public void BakeAll()
        {
            if (IsHotAlready())
            {
                return;
            }

            for (int i = 0; i < _sinks.Length; i++)
            {
                byte[] tile = _bake(i);
                _sinks[i].Write(tile, 0, tile.Length);
            }

            CoolDown();
        }

        public void Run(WaitHandle wanted, CancellationToken end)
        {
            while (!end.IsCancellationRequested)
            {
                wanted.WaitOne();
                try
                {
                    BakeAll();
                }
                catch (IOException)
                {
                    Failures++;
                }
            }
        }

        private bool IsHotAlready() => Interlocked.Exchange(ref _isHot, 1) != 0;

        private void CoolDown()
        {
            Interlocked.Exchange(ref _isHot, 0);
        }
    }
}
