namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>What a load or store orders beyond itself.</summary>
internal enum Ordering
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>An acquire load, or a release store.</summary>
    Volatile,
}
