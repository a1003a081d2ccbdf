using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002IdleBehindLook
{
    /// <summary>Runs what is posted to it one after the other, on a thread of the pool that is busy only as long as there is something to run.</summary>
    public abstract class RoomScript
    {
        private readonly object _gate = new object();
        private readonly Queue<Action> _steps = new Queue<Action>();
        private bool _running;

        public void Post(Action step)
        {
            lock (_gate)
            {
                _steps.Enqueue(step);
                if (_running)
                {
                    return;
                }

                _running = true;
            }

            ThreadPool.QueueUserWorkItem(static s => ((RoomScript)s).Run(), this);
        }

        protected abstract void OnError(Exception error);

        private void Run()
        {
            while (true)
            {
                Action step;
                lock (_gate)
                {
                    if (!_steps.TryDequeue(out step))
                    {
                        _running = false;
                        return;
                    }
                }

                try
                {
                    step();
                }
                catch (Exception e)
                {
                    OnError(e);
                }
            }
        }
    }
}
