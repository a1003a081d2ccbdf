using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>Which lock guards a location, and who keeps to it.</summary>
internal sealed class Discipline
{
    public Discipline(MemoryLocation location, MemoryLocation @lock, bool isDeclared, IReadOnlyList<LockSite> held, IReadOnlyList<LockSite> open)
    {
        Location = location;
        Lock = @lock;
        IsDeclared = isDeclared;
        Held = held;
        Open = open;
    }

    public MemoryLocation Location { get; }

    public MemoryLocation Lock { get; }

    /// <summary>An attribute says so; otherwise most accesses do.</summary>
    public bool IsDeclared { get; }

    /// <summary>Why the lock is taken for the guard where no vote says so; null where one does.</summary>
    public string? Purpose { get; init; }

    /// <summary>The places where the lock is held as the access needs it.</summary>
    public IReadOnlyList<LockSite> Held { get; }

    /// <summary>The places where it is not.</summary>
    public IReadOnlyList<LockSite> Open { get; }
}
