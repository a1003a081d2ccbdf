using System;
using System.Threading;

namespace ExtraJoinedBeforeRead
{
    public sealed class Kiln
    {
        private readonly Thread _thread;
        private readonly Action _fire;
        private volatile bool _isLit;
        private volatile bool _isToStop;
        private Exception _crack;

        public Kiln(Action fire)
        {
            _fire = fire;
            _thread = new Thread(Burn);
        }

        public void Light() => _thread.Start();

        public void PutOut(TimeSpan patience)
        {
            if (!_isLit)
                return;
            _isToStop = true;
            if (!_thread.Join(patience))
                _thread.Join();
            Exception crack = _crack;
            if (crack != null)
                throw new InvalidOperationException("cracked", crack);
        }

        private void Burn()
        {
            _isLit = true;
            try
            {
                while (!_isToStop)
                    _fire();
            }
            catch (Exception e)
            {
                _crack = e;
            }
        }
    }
}
