using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002IdleAndSignalled
{
    /// <summary>Renders tiles on a thread of its own.</summary>
    public sealed class TileWorker
    {
        private readonly object _gate = new object();
        private readonly Queue<int> _tiles = new Queue<int>();
        private readonly AutoResetEvent _wanted = new AutoResetEvent(false);
        private readonly Action<int> _render;
        private DateTime _since;
        private bool _busy;

        public TileWorker(Action<int> render)
        {
            _render = render;
            new Thread(Run) { IsBackground = true }.Start();
        }

        public TimeSpan? BusyFor
        {
            get
            {
                lock (_gate)
                {
                    return _busy ? DateTime.UtcNow - _since : (TimeSpan?)null;
                }
            }
        }

        public void Want(int tile)
        {
            lock (_gate)
            {
                _tiles.Enqueue(tile);
                if (!_busy)
                {
                    _busy = true;
                    _since = DateTime.UtcNow;
                }
            }

            _wanted.Set();
        }

        private void Run()
        {
            while (true)
            {
                int tile;
                bool any;
                lock (_gate)
                {
                    any = _tiles.TryDequeue(out tile);
                }

                if (any)
                {
                    _render(tile);
                    continue;
                }

                lock (_gate)
                {
                    _busy = false;
                }

                _wanted.WaitOne();
            }
        }
    }
}
