using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds locations that are tested and read again, where another thread may store in between what the test has ruled out. Whether the two are on different
/// threads is asked of each pair: one of them was started, or a volatile read says that its author expects the other.
/// </summary>
internal static class Rereads
{
    public static IEnumerable<Reread> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (Guard test in context.Guards.Of(member))
            {
                if (test.Load.Event is not { Kind: EventKind.Load, IsConcurrentCollection: false })
                    continue;
                ImmutableArray<MemberEvent> accesses = context.World.AccessesOf(test.Load.Location);
                if (IsRuledOutByAny(test, accesses))
                {
                    if (Again(test, accesses) is { } again && ChangeBetween(test, again, accesses, context) is { } change)
                        yield return new Reread(test.Load, again, change);
                }
                else if (IsRaisedByThread(test) && Again(test, accesses) is { } raise)
                {
                    yield return new Reread(test.Load, raise, null);
                }
            }
        }
    }

    private static bool IsRuledOutByAny(Guard test, ImmutableArray<MemberEvent> accesses)
    {
        foreach (MemberEvent access in accesses)
        {
            if (RulesOut(test, access))
                return true;
        }

        return false;
    }

    /// <summary>A thread of its own raises an event whose handlers anybody may take away at any time, as far as the event can be named.</summary>
    private static bool IsRaisedByThread(Guard test) => test.Member.Kind == MemberKind.Started && test.Load.Event.Locks.IsEmpty &&
        test.Load.Location is { Kind: AioBarrierAnalyzers.Accesses.LocationKind.Handlers, Symbol.DeclaredAccessibility: not Accessibility.Private } &&
        !test.Load.HasItsObjectToItself() && Conditions.IsNullTest(test.Branch.Condition!, test.Load.Event) && !test.Admits(new Value.Constant(null));

    /// <summary>The next read of the same place where the test has come out one way; null where a change would do no harm.</summary>
    private static MemberEvent? Again(Guard test, ImmutableArray<MemberEvent> accesses)
    {
        MemberEvent first = test.Load;
        MemberEvent? again = accesses.FirstOrDefault(
            a => a.Member == first.Member && a.Event.Kind == EventKind.Load && a != first && a.Event.Node > first.Event.Node && test.Covers(a.Event) &&
                a.Location.MayAlias(first.Location) &&
                a.Event.Path!.IsOfSameObject(first.Event.Path!));
        return again is not null && (Uses.FailsOn(again.Event) || IsFollowed(again)) && !IsStoredBetween(first, again) &&
            !Exclusion.IsBehindAtomicLock(first, again)
            ? again
            : null;
    }

    /// <summary>What was read is returned by a helper, and its caller asks the object for something.</summary>
    private static bool IsFollowed(MemberEvent again) => again.Event.Frame.Depth > 0 &&
        again.Location.NamingSymbol is IFieldSymbol { Type.IsReferenceType: true } &&
        again.Member.Graph.Events.Concat(again.Member.Graph.FixedReads)
            .Any(e => e.Frame.Depth < again.Event.Frame.Depth && IsOrMayBe(e.Path?.Base, again.Event));

    private static bool IsOrMayBe(Value? value, MemoryEvent read) => value switch
    {
        Value.Loaded loaded => loaded.IsExact && loaded.Event == read,
        Value.Held held => IsOrMayBe(held.Path.Base, read),
        Value.Derived { IsChoice: true } choice => choice.Operands.Any(o => IsOrMayBe(o, read)),
        _ => false,
    };

    private static MemberEvent? ChangeBetween(Guard test, MemberEvent again, ImmutableArray<MemberEvent> accesses, ProtocolContext context) =>
        accesses.FirstOrDefault(c => IsChange(c, test, again, context));

    private static bool IsStoredBetween(MemberEvent first, MemberEvent again) => first.Member.Accesses.Any(
        a => a.Event.Writes && a.Event.Node > first.Event.Node && a.Event.Node < again.Event.Node && a.Location.Overlaps(first.Location));

    /// <summary>Another member stores what the test rules out.</summary>
    private static bool RulesOut(Guard test, MemberEvent change) =>
        change.Event is { Writes: true, Stored: Value.Constant } && change.Member != test.Member && !test.Admits(change.Event.Stored);

    /// <summary>Another member stores what the test has ruled out, and nothing keeps it from doing so between the two reads.</summary>
    private static bool IsChange(MemberEvent change, Guard test, MemberEvent again, ProtocolContext context) =>
        RulesOut(test, change) && !change.HasItsObjectToItself() && !test.Load.HasItsObjectToItself() &&
        !context.Guards.Of(again).Any(g => Conditions.Decide(g.Branch.Condition!, again.Event, change.Event.Stored!) is not null) &&
        !change.Event.Locks.Excludes(again.Event.Locks) && IsSameKindOfObject(change, test.Load) && !Roles.AreInTurn(test.Load, change) &&
        (Roles.AreApart(test.Load, change, context.World) || IsExpected(test.Load, change, context));

    /// <summary>The object itself on both sides: what else a member reaches may be another one, or its own.</summary>
    private static bool IsSameKindOfObject(MemberEvent change, MemberEvent read) =>
        read.Location.Kind == AioBarrierAnalyzers.Accesses.LocationKind.Handlers || (IsOfThis(change.Event.Path!) && IsOfThis(read.Event.Path!));

    private static bool IsOfThis(AccessPath path) =>
        path.Base is null or Value.Given { Symbol: INamedTypeSymbol } or Value.Held { Path.Base: Value.Given { Symbol: INamedTypeSymbol } };

    /// <summary>
    /// The first read is volatile by its author's will, and the store is no end of the object's life. Members that only a framework calls are confined by it
    /// unless they take a lock or store atomically, and who takes the value away is a rival of the other who does, whom something else must keep out; but for
    /// who takes away only what he has read.
    /// </summary>
    private static bool IsExpected(MemberEvent read, MemberEvent change, ProtocolContext context) =>
        read.Event.IsMarked && context.Evidence.IsMarked(read.Location) && IsCalledByOthers(read.Member) &&
        (IsCalledByOthers(change.Member) || (change.Event.Kind == EventKind.ReadModifyWrite && !change.Member.Method.IsDisposal())) &&
        !read.Member.Accesses.Any(a => a.Event is { Writes: true, Comparand: null } && a.Location.MayAlias(read.Location) &&
            Value.Same(a.Event.Stored, change.Event.Stored));

    private static bool IsCalledByOthers(Member member) => !member.Method.IsDisposal() &&
        (member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal || member.TakesLock ||
            !member.Method.ExplicitInterfaceImplementations.IsEmpty);
}
