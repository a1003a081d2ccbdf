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
    private State _state;

    private enum State
    {
        Waiting,
        Runnable,
        Running,
    }

    public void Enqueue(Action turn)
    {
        lock (_sync)
        {
            _turns.Enqueue(turn);
            if (_state != State.Waiting)
                return;
            _state = State.Runnable;
            Task.Run(Execute);
        }
    }

    private void Execute()
    {
        while (true)
        {
            Action turn;
            using (_sync.EnterScope())
            {
                _state = State.Running;
                if (_turns.Count == 0)
                {
                    _state = State.Waiting;
                    return;
                }

                turn = _turns.Dequeue();
            }

            turn();
        }
    }
}
