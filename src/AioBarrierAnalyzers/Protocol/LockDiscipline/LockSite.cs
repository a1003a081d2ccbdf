using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// One place of the source, in one member, at which a location is used: a load and a store of one increment are one place, and so is a helper's.
/// </summary>
internal sealed class LockSite
{
    public LockSite(IReadOnlyList<MemberEvent> occurrences)
    {
        Occurrences = occurrences;
        Change = occurrences.FirstOrDefault(o => o.Event.Changes);
    }

    /// <summary>What the member does there, and each time that it comes by.</summary>
    public IReadOnlyList<MemberEvent> Occurrences { get; }

    /// <summary>The access that is shown: one that changes the location, if there is one.</summary>
    public MemberEvent Access => Change ?? Occurrences[0];

    public Member Member => Access.Member;

    public bool Changes => Change is not null;

    /// <summary>A change counts twice: what is only read without a lock may be meant.</summary>
    public int Weight => Changes ? 2 : 1;

    /// <summary>Volatile, atomic or to a thread-safe collection: it does not rely on the lock.</summary>
    public bool IsMarked => Occurrences.All(o => o.Event.IsMarked);

    /// <summary>Gives a single word about a collection, as a report wants it; by name, for collections of the project's own say it in the same words.</summary>
    public bool IsCount => !Changes && Access.Event.Operation is IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "Capacity" };

    private MemberEvent? Change { get; }

    /// <summary>Some lock is held on some way here of which nobody knows which one it is.</summary>
    public bool HasUnknownLock => Occurrences.Any(o => o.Event.Locks.HasUnknown || o.Event.Locks.Locks.Any(l => l.Location.Kind == LocationKind.Local));

    /// <summary>The lock is held on every way here.</summary>
    public bool Holds(MemoryLocation @lock) => Occurrences.All(o => o.Event.Locks.Find(@lock) is not null);

    /// <summary>The same, and not together with other readers.</summary>
    public bool HoldsAlone(MemoryLocation @lock) => Occurrences.All(o => o.Event.Locks.Find(@lock) is { IsShared: false });

    /// <summary>On every way to either place, a lock is held that keeps the two apart.</summary>
    public bool IsApartFrom(LockSite other) => Occurrences.All(o => other.Occurrences.All(t => o.Event.Locks.Excludes(t.Event.Locks)));

    /// <summary>The same, or because one of the two is work that the other one's lock is held around.</summary>
    public bool IsApartFrom(LockSite other, JoinedWork work) => Occurrences.All(
        o => other.Occurrences.All(t => o.Event.Locks.Excludes(t.Event.Locks) || work.KeepsApart(o, t) || work.KeepsApart(t, o)));

    public bool HasLock => Occurrences.All(o => !o.Event.Locks.IsEmpty);

    public IEnumerable<LockSet.HeldLock> Locks => Occurrences.SelectMany(o => o.Event.Locks.Locks);

    /// <summary>The same place is also reached by a call of this place's member: that caller holds the lock for it.</summary>
    public bool IsCalledFrom(LockSite caller)
    {
        if (caller.Access.Event.Operation.Syntax != Access.Event.Operation.Syntax || caller.Member == Member)
            return false;
        for (Frame? frame = caller.Access.Event.Frame; frame?.Caller is not null; frame = frame.Caller)
        {
            if (Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, Member.Method.OriginalDefinition))
                return true;
        }

        return false;
    }
}
