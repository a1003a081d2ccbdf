using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002IdleAskedInSection
{
    /// <summary>Runs the turns of one actor, for so many at a time; a dispatcher that the group is queued with calls <see cref="Execute"/>.</summary>
    public sealed class TurnGroup
    {
        private readonly object _gate = new object();
        private readonly Queue<Action> _turns = new Queue<Action>();
        private readonly Action<TurnGroup> _dispatch;
        private GroupState _state;
        private long _failures;

        public TurnGroup(Action<TurnGroup> dispatch)
        {
            _dispatch = dispatch;
        }

        private enum GroupState
        {
            Waiting,
            Runnable,
            Running,
        }

        public long Failures => Interlocked.Read(ref _failures);

        public void Queue(Action turn)
        {
            lock (_gate)
            {
                _turns.Enqueue(turn);
                if (_state != GroupState.Waiting)
                {
                    return;
                }

                _state = GroupState.Runnable;
                _dispatch(this);
            }
        }

        public void Execute()
        {
            int left = 100;
            try
            {
                do
                {
                    Action turn;
                    lock (_gate)
                    {
                        _state = GroupState.Running;
                        if (_turns.Count > 0)
                        {
                            turn = _turns.Dequeue();
                        }
                        else
                        {
                            break;
                        }
                    }

                    try
                    {
                        turn();
                    }
                    finally
                    {
                        left--;
                    }
                }
                while (left > 0);
            }
            catch (Exception)
            {
                Interlocked.Increment(ref _failures);
            }
            finally
            {
                lock (_gate)
                {
                    if (_turns.Count > 0)
                    {
                        _state = GroupState.Runnable;
                        _dispatch(this);
                    }
                    else
                    {
                        _state = GroupState.Waiting;
                    }
                }
            }
        }
    }
}
