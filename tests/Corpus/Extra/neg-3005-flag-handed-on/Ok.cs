using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraFlagHandedOn
{
    /// <summary>Runs steps one at a time, with its lock open while one runs.</summary>
    public sealed class StepRunner
    {
        private readonly object _gate = new object();
        private readonly Queue<Action> _steps = new Queue<Action>();
        private bool _isRunning;

        public bool TryRun(Action step, int patience)
        {
            bool isHeld = false;
            try
            {
                Monitor.TryEnter(_gate, patience, ref isHeld);
                if (!isHeld)
                {
                    return false;
                }

                _steps.Enqueue(step);
                if (!_isRunning)
                {
                    _isRunning = true;
                    while (_steps.Count > 0)
                    {
                        RunOpen(_steps.Dequeue(), ref isHeld);
                    }

                    _isRunning = false;
                }

                return true;
            }
            finally
            {
                if (isHeld)
                {
                    Monitor.Exit(_gate);
                }
            }
        }

        private void RunOpen(Action step, ref bool isHeld)
        {
            Monitor.Exit(_gate);
            isHeld = false;
            try
            {
                step();
            }
            finally
            {
                Monitor.Enter(_gate, ref isHeld);
            }
        }
    }
}
