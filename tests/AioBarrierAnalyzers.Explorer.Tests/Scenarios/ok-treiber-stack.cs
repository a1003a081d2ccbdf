using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two push, one pops.</summary>
[Scenario]
sealed class PushAndPop
{
    private readonly Corpus.Extra.OkTreiberStack.Stack<string> _stack = new();
    private readonly List<string> _got = new();

    [SimulatedThread]
    void First() => _stack.Push("a");

    [SimulatedThread]
    void Second() => _stack.Push("b");

    [SimulatedThread]
    void Pops()
    {
        if (_stack.TryPop(out var item)) _got.Add(item);
    }

    [Invariant]
    void Both()
    {
        while (_stack.TryPop(out var item)) _got.Add(item);
        _got.Sort();
        Check.Equal("a,b", string.Join(",", _got), "what came out");
    }
}
