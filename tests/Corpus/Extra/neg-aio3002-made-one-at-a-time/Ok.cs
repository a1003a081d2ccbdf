using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002MadeOneAtATime;

public sealed class Plan
{
    public Plan(Type type) => Type = type;

    public Type Type { get; }
}

/// <summary>Plans are made by one at a time, under a lock of its own; the table's lock is held for its readers.</summary>
public sealed class PlanTable
{
    private readonly object _making = new object();
    private readonly object _sync = new object();
    private readonly Dictionary<Type, Plan> _plans = new Dictionary<Type, Plan>();

    public Plan For(Type type)
    {
        if (TryFind(type, out Plan plan))
        {
            return plan;
        }

        lock (_making)
        {
            if (TryFind(type, out plan))
            {
                return plan;
            }

            plan = new Plan(type);
            lock (_sync)
            {
                _plans.Add(type, plan);
            }

            return plan;
        }
    }

    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _plans.Count;
            }
        }
    }

    private bool TryFind(Type type, out Plan plan)
    {
        lock (_sync)
        {
            return _plans.TryGetValue(type, out plan);
        }
    }
}
