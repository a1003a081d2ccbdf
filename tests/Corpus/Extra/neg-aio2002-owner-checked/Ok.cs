using System;
using System.Threading;

namespace Cases.OwnerChecked;

/// <summary>A lock that knows its owner.</summary>
public sealed class OwnedGate
{
    private Thread? _owner;

    public void Enter()
    {
        while (Interlocked.CompareExchange(ref _owner, Thread.CurrentThread, null) is not null)
            Thread.Yield();
    }

    public void Exit()
    {
        if (Volatile.Read(ref _owner) != Thread.CurrentThread)
            throw new InvalidOperationException("Not the owner.");
        Volatile.Write(ref _owner, null);
    }
}
