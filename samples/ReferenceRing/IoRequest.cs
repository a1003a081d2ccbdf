namespace ReferenceRing;

/// <summary>A request that was submitted to a <see cref="KioContext"/>. It is completed once.</summary>
public sealed class IoRequest
{
    /// <summary>Whether it is completed, 0 or 1. Only by Interlocked.</summary>
    internal int Completed;

    internal IoRequest(KioContext context, ulong data, ulong @object)
    {
        Context = context;
        Data = data;
        Object = @object;
    }

    /// <summary>The context that it was submitted to.</summary>
    public KioContext Context { get; }

    /// <summary>What its event will say in <see cref="IoEvent.Data"/>.</summary>
    public ulong Data { get; }

    /// <summary>What its event will say in <see cref="IoEvent.Object"/>.</summary>
    public ulong Object { get; }
}
