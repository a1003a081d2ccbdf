using System;
using System.Collections.Generic;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>The places where a call or a body ends, or from which a block is reached. Mostly it is one: that takes no object of its own.</summary>
internal struct WalkExits
{
    private WalkExit _first;
    private List<WalkExit>? _more;

    public WalkExits(WalkExit only)
    {
        _first = only;
        _more = null;
        Count = 1;
    }

    public int Count { get; private set; }

    public readonly WalkExit this[int index] => index == 0 ? _first : _more![index - 1];

    public void Add(WalkExit exit)
    {
        if (Count == 0)
            _first = exit;
        else
            (_more ??= new List<WalkExit>(1)).Add(exit);
        Count++;
    }

    /// <summary>The same places, with something else known or given there.</summary>
    public readonly WalkExits Map(Func<WalkExit, WalkExit> change)
    {
        var changed = default(WalkExits);
        foreach (WalkExit exit in this)
            changed.Add(change(exit));
        return changed;
    }

    /// <summary>What is given there: one of several values, where they differ.</summary>
    public readonly Value Joined()
    {
        if (Count == 0)
            return Value.Unknown.Instance;
        Value value = this[0].Value;
        for (int i = 1; i < Count; i++)
        {
            if (!Value.Same(value, this[i].Value))
                value = new Value.Derived(varies: false, isChoice: true, value, this[i].Value);
        }

        return value;
    }

    /// <summary>Those to which a path leads.</summary>
    public readonly WalkExits Reached()
    {
        var reached = default(WalkExits);
        foreach (WalkExit exit in this)
        {
            if (exit.Node >= 0)
                reached.Add(exit);
        }

        return reached;
    }

    public readonly bool Any(Func<WalkExit, bool> condition)
    {
        foreach (WalkExit exit in this)
        {
            if (condition(exit))
                return true;
        }

        return false;
    }

    public readonly Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the places in the order in which they were met.</summary>
    internal struct Enumerator
    {
        private readonly WalkExits _exits;
        private int _index;

        public Enumerator(WalkExits exits)
        {
            _exits = exits;
            _index = -1;
        }

        public readonly WalkExit Current => _exits[_index];

        public bool MoveNext() => ++_index < _exits.Count;
    }
}
