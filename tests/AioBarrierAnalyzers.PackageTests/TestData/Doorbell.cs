using System.Threading;

namespace Consumer
{
    public sealed class Doorbell
    {
        private readonly AutoResetEvent _bell = new AutoResetEvent(false);
        private volatile int _completed;
        private volatile int _waiting;

        public void Complete(int count)
        {
            _completed = count;
            if (_waiting == 1) // expect: AIO1001
            {
                _bell.Set();
            }
        }

        public void WaitBeyond(int seen)
        {
            while (_completed <= seen)
            {
                _waiting = 1;
                if (_completed <= seen) // expect: AIO1001
                {
                    _bell.WaitOne();
                }

                _waiting = 0;
            }
        }
    }
}
