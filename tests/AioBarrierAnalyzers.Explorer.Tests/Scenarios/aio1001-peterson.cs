using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Both threads deposit.</summary>
[Scenario]
sealed class TwoDeposits
{
    private readonly PairAccount _account = new();

    [SimulatedThread]
    void First() => _account.Deposit(0, 1);

    [SimulatedThread]
    void Second() => _account.Deposit(1, 1);

    [Invariant]
    void BothCount() => Check.Equal(2L, _account.Balance(0), "the balance");
}
