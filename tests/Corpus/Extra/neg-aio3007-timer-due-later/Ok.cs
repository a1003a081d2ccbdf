using System;
using System.Threading;

namespace Corpus.Extra.NegAio3007TimerDueLater
{
    /// <summary>Closes a session that nobody has used for long.</summary>
    public sealed class IdleWatch : IDisposable
    {
        private readonly Timer _timer;
        private readonly Action _close;
        private volatile bool _isUsed;

        public IdleWatch(Action close)
        {
            _close = close;
            _timer = new Timer(Look, null, 30000, 30000);
        }

        public void Used() => _isUsed = true;

        public void Dispose() => _timer.Dispose();

        private void Look(object state)
        {
            if (_isUsed)
            {
                _isUsed = false;
                return;
            }

            _timer.Dispose();
            _close();
        }
    }
}
