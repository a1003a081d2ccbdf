using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002RoomForOneThread
{
    /// <summary>Keeps some connections open in advance.</summary>
    public sealed class WarmConnections
    {
        private readonly object _gate = new object();
        private readonly Stack<IDisposable> _open = new Stack<IDisposable>();
        private readonly Func<IDisposable> _connect;

        public WarmConnections(Func<IDisposable> connect)
        {
            _connect = connect;
            new Thread(Fill) { IsBackground = true }.Start();
        }

        public IDisposable Take()
        {
            lock (_gate)
            {
                while (_open.Count == 0)
                {
                    Monitor.Wait(_gate);
                }

                IDisposable taken = _open.Pop();
                Monitor.PulseAll(_gate);
                return taken;
            }
        }

        private void Fill()
        {
            while (true)
            {
                lock (_gate)
                {
                    while (_open.Count >= 4)
                    {
                        Monitor.Wait(_gate);
                    }
                }

                IDisposable connection = _connect();
                lock (_gate)
                {
                    _open.Push(connection);
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }
}
