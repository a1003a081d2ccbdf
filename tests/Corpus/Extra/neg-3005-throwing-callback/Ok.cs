using System;
using System.Collections.Generic;
using System.Threading;

namespace Links
{
    public interface ISocket
    {
        void Send(byte[] frame);
    }

    /// <summary>The callbacks are made in a try; what they throw is thrown where they run, behind their own lock.</summary>
    public sealed class Link
    {
        private readonly object _sending = new object();
        private readonly ISocket _socket;
        private readonly List<Action> _actions = new List<Action>();
        private bool _isClosed;

        public Link(ISocket socket) => _socket = socket;

        public void Prepare(byte[] frame)
        {
            int step = 0;
            try
            {
                step++;
                if (frame.Length > 16)
                    step++;
                _actions.Add(() =>
                {
                    Monitor.Enter(_sending);
                    bool isClosed = _isClosed;
                    Monitor.Exit(_sending);
                    if (isClosed)
                        throw new ObjectDisposedException(nameof(Link));
                    _socket.Send(frame);
                });
            }
            catch (InvalidOperationException)
            {
                step = 0;
            }
            finally
            {
                _actions.Add(() =>
                {
                    Monitor.Enter(_sending);
                    try
                    {
                        _isClosed = true;
                    }
                    finally
                    {
                        Monitor.Exit(_sending);
                    }

                    throw new InvalidOperationException();
                });
            }
        }
    }
}
