using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3001HelperWithoutLock
{
    /// <summary>Lets so many callers in at a time; those who come later are called back.</summary>
    public sealed class Turnstile
    {
        private readonly object _gate = new object();
        private readonly LinkedList<Action> _waiting = new LinkedList<Action>();
        private int _free;

        public Turnstile(int free)
        {
            _free = free;
        }

        public void Enter(Action entered)
        {
            lock (_gate)
            {
                if (!TakeOne())
                {
                    _waiting.AddLast(entered);
                    return;
                }
            }

            entered();
        }

        public bool TryEnter()
        {
            lock (_gate)
            {
                return TakeOne();
            }
        }

        public void Forget(Action entered)
        {
            lock (_gate)
            {
                _waiting.Remove(entered);
            }
        }

        public void Leave()
        {
            Action next;
            lock (_gate)
            {
                if (_waiting.Count == 0)
                {
                    _free++;
                    return;
                }

                next = _waiting.First.Value;
                _waiting.RemoveFirst();
            }

            next();
        }

        private bool TakeOne()
        {
            if (_free == 0)
            {
                return false;
            }

            _free--;
            return true;
        }
    }
}
