using System;
using System.Threading;

namespace Corpus.Extra.NegAio3001DeclaredGuard;

[AttributeUsage(AttributeTargets.Field)]
internal sealed class GuardedByAttribute : Attribute
{
    public GuardedByAttribute(string name) => Name = name;

    public string Name { get; }
}

public sealed class Wallet
{
    private readonly object _gate = new object();

    [GuardedBy("_gate")]
    private decimal _balance;

    [GuardedBy("_gate")]
    private int _moves;

    public Wallet(decimal balance) => _balance = balance;

    public void Deposit(decimal amount)
    {
        lock (_gate)
        {
            Move(amount);
        }
    }

    public bool TryTake(decimal amount)
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_gate, ref taken);
            if (_balance < amount)
            {
                return false;
            }

            Move(-amount);
            return true;
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_gate);
            }
        }
    }

    public (decimal, int) Report()
    {
        lock (_gate)
        {
            return (_balance, _moves);
        }
    }

    private void Move(decimal by)
    {
        _balance += by;
        _moves++;
    }
}
