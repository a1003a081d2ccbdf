namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>A load that has begun and takes its value later.</summary>
internal abstract class PendingLoad
{
    /// <summary>Whether it reads a location: a later access of the same thread to it takes the value first.</summary>
    internal abstract bool Reads(Location location);

    /// <summary>Takes the value now, unless it is taken.</summary>
    internal abstract void Complete();
}
