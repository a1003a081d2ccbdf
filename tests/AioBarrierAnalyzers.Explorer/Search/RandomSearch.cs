using System;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Search;

/// <summary>Random walks. Each is in a mood of its own, for some failures need many switches and others few.</summary>
internal sealed class RandomSearch : ISearch
{
    private static readonly double[] s_preemptRates = [0.03, 0.1, 0.25, 0.5];
    private static readonly double[] s_staleRates = [0.1, 0.3, 0.6, 0.9];
    private static readonly int[] s_staleBudgets = [1, 2, 4, 12];

    private readonly Random _random;
    private readonly bool _isStale;
    private double _preemptRate;
    private double _staleRate;
    private int _staleLeft;

    public RandomSearch(ExploreOptions options)
    {
        _random = new Random(options.Seed);
        _isStale = options.StaleReads > 0;
        Advance();
    }

    public bool Advance()
    {
        _preemptRate = s_preemptRates[_random.Next(s_preemptRates.Length)];
        _staleRate = s_staleRates[_random.Next(s_staleRates.Length)];
        _staleLeft = _isStale ? s_staleBudgets[_random.Next(s_staleBudgets.Length)] : 0;
        return true;
    }

    public int Choose(ChoiceKind kind, int count)
    {
        switch (kind)
        {
            case ChoiceKind.Preempt:
                return _random.NextDouble() < _preemptRate ? _random.Next(1, count) : 0;
            case ChoiceKind.Stale or ChoiceKind.Delay:
                if (_staleLeft == 0 || _random.NextDouble() >= _staleRate) return 0;
                _staleLeft--;
                return _random.Next(1, count);
            default:
                return _random.Next(count);
        }
    }
}
