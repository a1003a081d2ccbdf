namespace AioBarrierAnalyzers.Explorer.Synchronization;

/// <summary>How a reader-writer lock is held.</summary>
internal enum ReaderWriterMode
{
    /// <summary>With other readers.</summary>
    Read,

    /// <summary>With readers, as the one that may become a writer.</summary>
    Upgradeable,

    /// <summary>Alone.</summary>
    Write,
}
