using System;
using System.Threading;

namespace Corpus.Extra.Aio2001SecondThrows.After;

public sealed class Ticket
{
    internal int Cashed;

    public decimal Prize { get; set; }
}

public sealed class Desk
{
    private readonly Action<decimal> _log;

    public Desk(Action<decimal> log) => _log = log;

    public void Cash(Ticket ticket, Till till)
    {
        if (Interlocked.Exchange(ref ticket.Cashed, 1) != 0)
        {
            throw new InvalidOperationException("The ticket was cashed before.");
        }

        till.Pay(ticket.Prize);
    }
}

public abstract class Till
{
    public abstract void Pay(decimal amount);
}
