using System.Collections.Generic;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The names in one file that the member filter goes by.</summary>
internal sealed class FileNames
{
    public FileNames(HashSet<string> hot, HashSet<string> fields, HashSet<string> declared, HashSet<string> used, HashSet<string> changed, bool startsThreads)
    {
        Changed = changed;
        StartsThreads = startsThreads;
        Hot = hot;
        Fields = fields;
        Declared = declared;
        Used = used;
    }

    /// <summary>Names for which there may be evidence of several threads.</summary>
    public HashSet<string> Hot { get; }

    /// <summary>Fields and properties that the file declares.</summary>
    public HashSet<string> Fields { get; }

    /// <summary>Fields, properties and methods that the file declares: a helper that uses none of them can touch only what it is given.</summary>
    public HashSet<string> Declared { get; }

    /// <summary>Fields and properties that are changed between construction and disposal.</summary>
    public HashSet<string> Changed { get; }

    /// <summary>Something in the file starts threads, work items or timers.</summary>
    public bool StartsThreads { get; }

    /// <summary>All identifiers in the file.</summary>
    public HashSet<string> Used { get; }
}
