#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2001LockType;

public sealed class TurnGroup
{
    private readonly Lock _sync = new();
    private readonly Queue<Action> _turns = new();
    private bool _isScheduled;

    public void Enqueue(Action turn)
    {
        lock (_sync)
        {
            _turns.Enqueue(turn);
            if (_isScheduled)
                return;
            _isScheduled = true;
            Task.Run(Execute);
        }
    }

    public int Cancel()
    {
        using (_sync.EnterScope())
        {
            int dropped = _turns.Count;
            _turns.Clear();
            return dropped;
        }
    }

    private void Execute()
    {
        while (true)
        {
            Action turn;
            lock (_sync)
            {
                if (_turns.Count == 0)
                {
                    _isScheduled = false;
                    return;
                }

                turn = _turns.Dequeue();
            }

            turn();
        }
    }
}
