using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001DeclaredGuard.Before;

[AttributeUsage(AttributeTargets.Field)]
internal sealed class GuardedByAttribute : Attribute
{
    public GuardedByAttribute(string name) => Name = name;

    public string Name { get; }
}

public sealed class Account
{
    private readonly object _gate = new object();

    [GuardedBy("_gate")]
    private decimal _balance;

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
        }
    }

    public void Charge(decimal fee)
    {
        _balance -= fee;
    }
}
