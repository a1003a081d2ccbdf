using System;
using System.Threading;

namespace ReferenceRing.Tests.Stress;

/// <summary>How much the producers of a test send: a number of items each, or what they can in a fixed time. On a busy machine that is less.</summary>
internal sealed class Quota(int producers, int items)
{
    private readonly Deadline _end = Deadline.After(TimeSpan.FromSeconds(0.7));
    private readonly int _items = items;
    private int _open = producers;
    private int _sent;

    /// <summary>Items of all producers together, at most.</summary>
    public int Limit { get; } = producers * items;

    /// <summary>Whether a producer that has sent so many goes on.</summary>
    public bool Goes(int sent) => sent < _items && ((sent & 7) != 0 || !_end.IsExpired);

    /// <summary>A producer ends.</summary>
    public void Close(int sent)
    {
        Interlocked.Add(ref _sent, sent);
        Interlocked.Decrement(ref _open);
    }

    /// <summary>Whether all producers have ended.</summary>
    public bool IsClosed => Volatile.Read(ref _open) == 0;

    /// <summary>Whether so many are all that was sent.</summary>
    public bool IsAll(int seen) => IsClosed && seen == _sent;
}
