using System;
using System.Threading;

namespace ExtraAbortedIntake
{
    /// <summary>What a line has brought: one reader waits for it, the line completes it, and whoever closes the line aborts it.</summary>
    public sealed class LineIntake
    {
        private const int Pending = 0;
        private const int Completed = 1;

        private readonly ManualResetEventSlim _done = new ManualResetEventSlim();
        private int _state;
        private Exception _fault;
        private byte[] _bytes;

        private bool IsCompleted => Volatile.Read(ref _state) == Completed;

        public void Complete(byte[] bytes, Exception fault)
        {
            if (fault != null)
                _fault = fault;
            else
                _bytes = bytes;
            Interlocked.Exchange(ref _state, Completed);
            _done.Set();
        }

        public void Abort()
        {
            _fault = new ObjectDisposedException(nameof(LineIntake));
            Interlocked.Exchange(ref _state, Completed);
            _done.Set();
        }

        public byte[] Take()
        {
            if (!IsCompleted)
                _done.Wait();

            Exception fault = _fault;
            if (fault != null)
                throw new InvalidOperationException("The line is broken.", fault);
            return _bytes;
        }
    }
}
