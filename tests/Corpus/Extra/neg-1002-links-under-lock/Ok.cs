using System.Threading;

namespace Corpus.Extra.Neg1002LinksUnderLock;

/// <summary>Waiters in a list whose links are changed under one lock, by helpers of helpers; the count alone is looked at without it.</summary>
public sealed class TicketLine
{
    private readonly object _gate = new object();
    private readonly Ticket _head = new Ticket();
    private volatile int _length;

    public TicketLine()
    {
        _head.Next = _head;
        _head.Previous = _head;
    }

    /// <summary>Takes no lock where nobody waits.</summary>
    public bool CallNextIfAny() => _length != 0 && CallNext();

    public Ticket Join()
    {
        var ticket = new Ticket();
        lock (_gate)
        {
            Append(ticket);
        }

        return ticket;
    }

    public void Leave(Ticket ticket)
    {
        lock (_gate)
        {
            if (ticket.Next is not null)
            {
                Drop(ticket);
            }
        }
    }

    public bool CallNext()
    {
        lock (_gate)
        {
            return CallFirst();
        }
    }

    private bool CallFirst()
    {
        Ticket first = _head.Next;
        if (first == _head)
        {
            return false;
        }

        Drop(first);
        first.Called = true;
        return true;
    }

    private void Append(Ticket ticket)
    {
        Ticket last = _head.Previous;
        ticket.Previous = last;
        ticket.Next = _head;
        last.Next = ticket;
        _head.Previous = ticket;
        _length++;
    }

    private void Drop(Ticket ticket)
    {
        ticket.Previous.Next = ticket.Next;
        ticket.Next.Previous = ticket.Previous;
        ticket.Next = null;
        ticket.Previous = null;
        _length--;
    }

    public sealed class Ticket
    {
        internal Ticket Next;
        internal Ticket Previous;
        internal volatile bool Called;

        public bool IsCalled => Called;
    }
}
