using System;
using System.Threading;

namespace Corpus.Extra.NegAio1003OwnNumber;

public sealed class Recursive
{
    private int _state;
    private int _owner;
    private int _level;
    private int _turns;

    public void Enter()
    {
        int me = Environment.CurrentManagedThreadId;
        if (_owner == me)
        {
            _level++;
            return;
        }

        SpinWait spin = default;
        while (Interlocked.CompareExchange(ref _state, 1, 0) != 0)
        {
            spin.SpinOnce();
        }

        _owner = me;
        _level = 1;
        ++_turns;
    }

    public int LevelOf()
    {
        int me = Environment.CurrentManagedThreadId;
        return _owner == me ? _level + _turns : 0;
    }

    public void Exit()
    {
        if (--_level == 0)
        {
            _owner = 0;
            Volatile.Write(ref _state, 0);
        }
    }
}
