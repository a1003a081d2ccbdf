using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3007InsertLocked.Before;

public sealed class Plan
{
    public string Text;
    public int Cost;
}

public sealed class PlanCache
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, Plan> _plans = new Dictionary<string, Plan>();

    public Plan Add(string key, Func<string, string> compile)
    {
        var plan = new Plan();
        lock (_gate)
        {
            _plans[key] = plan;
        }

        plan.Text = compile(key);
        plan.Cost = plan.Text.Length;
        return plan;
    }

    public int CostOf(string key)
    {
        Plan plan;
        lock (_gate)
        {
            if (!_plans.TryGetValue(key, out plan))
            {
                return -1;
            }
        }

        return plan.Text == null ? 0 : plan.Cost;
    }
}
