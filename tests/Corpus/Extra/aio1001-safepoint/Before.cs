using System;
using System.Threading;

namespace Corpus.Extra.Aio1001Safepoint.Before;

public sealed class Mutator
{
    internal volatile bool Running;
}

public sealed class Safepoints
{
    private readonly object _collector = new object();
    private readonly ManualResetEventSlim _resume = new ManualResetEventSlim(true);
    private readonly Mutator[] _mutators;
    private volatile bool _suspend;

    public Safepoints(int count)
    {
        _mutators = new Mutator[count];
        for (int i = 0; i < count; i++)
        {
            _mutators[i] = new Mutator();
        }
    }

    public Mutator this[int index] => _mutators[index];

    public void EnterBlocking(Mutator self) => self.Running = false;

    public void LeaveBlocking(Mutator self)
    {
        while (true)
        {
            self.Running = true;
            if (!_suspend)
            {
                return;
            }

            self.Running = false;
            _resume.Wait();
        }
    }

    public void Poll(Mutator self)
    {
        if (_suspend)
        {
            EnterBlocking(self);
            _resume.Wait();
            LeaveBlocking(self);
        }
    }

    public void StopTheWorld(Action collect)
    {
        lock (_collector)
        {
            _resume.Reset();
            _suspend = true;
            foreach (Mutator mutator in _mutators)
            {
                SpinWait.SpinUntil(() => !mutator.Running);
            }

            try
            {
                collect();
            }
            finally
            {
                _suspend = false;
                _resume.Set();
            }
        }
    }
}
