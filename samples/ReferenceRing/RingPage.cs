namespace ReferenceRing;

/// <summary>One page of a <see cref="MigratableRing"/>. In the first page of a ring the header is used; in the others it lies idle.</summary>
public sealed class RingPage
{
    /// <summary>The events.</summary>
    internal readonly IoEvent[] Events;

    /// <summary>The number of the ring in its table.</summary>
    internal int Id;

    /// <summary>Events ever read. Stored under the ring lock.</summary>
    internal int Head;

    /// <summary>Events ever completed. Stored under the completion lock.</summary>
    internal int Tail;

    /// <summary>Whether it is in its pool. Under the pool's lock.</summary>
    internal bool IsFree = true;

    internal RingPage(int slots)
    {
        Events = new IoEvent[slots];
    }

    /// <summary>migrate_page_copy(). Under both locks of the ring that has the other page.</summary>
    internal void CopyFrom(RingPage other)
    {
        for (var i = 0; i < Events.Length; i++)
        {
            Events[i] = other.Events[i];
        }

        Id = other.Id;
        Head = other.Head;
        Tail = other.Tail;
    }
}
