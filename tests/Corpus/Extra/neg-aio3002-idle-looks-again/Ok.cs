using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002IdleLooksAgain
{
    /// <summary>Sends what is queued for a peer; who queues first sends for all.</summary>
    public sealed class PeerOutbox
    {
        private readonly object _gate = new object();
        private readonly Queue<byte[]> _frames = new Queue<byte[]>();
        private readonly Action<byte[]> _send;
        private bool _sending;

        public PeerOutbox(Action<byte[]> send)
        {
            _send = send;
        }

        public void Queue(byte[] frame)
        {
            lock (_gate)
            {
                _frames.Enqueue(frame);
                if (_sending)
                {
                    return;
                }

                _sending = true;
            }

            ThreadPool.QueueUserWorkItem(_ => SendAll());
        }

        private bool TryTake(out byte[] frame)
        {
            lock (_gate)
            {
                return _frames.TryDequeue(out frame);
            }
        }

        private void SendAll()
        {
            do
            {
                while (TryTake(out byte[] frame))
                {
                    _send(frame);
                }

                lock (_gate)
                {
                    _sending = false;
                }
            }
            while (IsToGoOn());
        }

        private bool IsToGoOn()
        {
            lock (_gate)
            {
                if (_frames.Count == 0 || _sending)
                {
                    return false;
                }

                _sending = true;
                return true;
            }
        }
    }
}
