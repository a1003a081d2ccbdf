using System;
using System.Collections.Generic;
using System.Threading;

namespace Links
{
    public sealed class Calls
    {
        private readonly object _gate = new object();
        private readonly Queue<Action> _later = new Queue<Action>();
        private int _refused;
        private int _limit = 8;

        public void Post(Action<int> call)
        {
            try
            {
                _later.Enqueue(() =>
                {
                    int left;
                    lock (_gate)
                    {
                        if (_limit == 0)
                        {
                            _refused++;
                            throw new InvalidOperationException("The limit is reached.");
                        }

                        left = --_limit;
                    }

                    call(left);
                });
            }
            catch (OutOfMemoryException)
            {
                _later.Clear();
            }
        }
    }
}
