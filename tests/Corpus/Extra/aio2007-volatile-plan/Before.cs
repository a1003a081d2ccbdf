using System;

namespace Corpus.Extra.Aio2007VolatilePlan.Before;

public sealed class Query
{
    private readonly Func<Plan> _compile;
    private volatile Plan _plan;

    public Query(Func<Plan> compile) => _compile = compile;

    public int Run(int argument)
    {
        if (_plan != null)
        {
            return _plan.Run(argument);
        }

        Plan made = _compile();
        _plan = made;
        return made.Run(argument);
    }

    public void Invalidate() => _plan = null;

    public sealed class Plan
    {
        private readonly int _factor;

        public Plan(int factor) => _factor = factor;

        public int Run(int argument) => argument * _factor;
    }
}
