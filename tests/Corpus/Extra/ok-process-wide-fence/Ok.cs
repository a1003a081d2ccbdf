using System;
using System.Threading;

namespace Corpus.Extra.OkProcessWideFence;

public sealed class RareWriterGate
{
    private readonly object _writer = new object();
    private readonly Mark[] _marks;
    private volatile bool _closing;

    private sealed class Mark
    {
        public volatile bool Inside;
    }

    public RareWriterGate(int threads)
    {
        _marks = new Mark[threads];
        for (int i = 0; i < threads; i++)
        {
            _marks[i] = new Mark();
        }
    }

    public bool TryEnter(int thread)
    {
        Mark mark = _marks[thread];
        mark.Inside = true;
        if (_closing)
        {
            mark.Inside = false;
            return false;
        }

        return true;
    }

    public void Leave(int thread) => _marks[thread].Inside = false;

    public void Exclusive(Action action)
    {
        lock (_writer)
        {
            _closing = true;
            Interlocked.MemoryBarrierProcessWide();
            foreach (Mark mark in _marks)
            {
                var spin = new SpinWait();
                while (mark.Inside)
                {
                    spin.SpinOnce();
                }
            }

            try
            {
                action();
            }
            finally
            {
                _closing = false;
            }
        }
    }
}
