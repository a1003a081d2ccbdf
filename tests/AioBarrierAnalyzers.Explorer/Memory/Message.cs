namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>One store to a location, in the location's modification order.</summary>
internal sealed class Message<T>
{
    public Message(T value, long time)
    {
        Value = value;
        Time = time;
    }

    public T Value { get; }

    /// <summary>Its place in the modification order. 0 is the value that the location began with.</summary>
    public long Time { get; }

    /// <summary>What an acquire load of this message learns; null when nothing was released with it.</summary>
    public View? Released { get; init; }

    /// <summary>What the storing thread knew, for accesses through the stored reference: storing a reference is a release for what it leads to.</summary>
    public View? Published { get; init; }

    /// <summary>Whether it is the store of a read-modify-write, so that nothing can come between it and the message before.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>Who stored it, and where; -1 when it is what the location began with.</summary>
    public int Thread { get; init; } = -1;

    public int Site { get; init; } = -1;
}
