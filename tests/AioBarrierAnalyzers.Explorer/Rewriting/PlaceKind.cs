namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>How a place is loaded and stored.</summary>
internal enum PlaceKind
{
    /// <summary>Without any order.</summary>
    Plain,

    /// <summary>A volatile field: acquire loads and release stores.</summary>
    Volatile,

    /// <summary>A readonly field.</summary>
    Fixed,
}
