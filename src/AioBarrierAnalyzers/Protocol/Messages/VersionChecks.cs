using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>Finds where the reader of a sequence lock compares its two looks at the version, in a branch or as what it returns.</summary>
internal static class VersionChecks
{
    public static IEnumerable<(MemoryEvent First, MemoryEvent Second)> Find(ProtocolContext context, Member reader)
    {
        // Most members compare no two reads at all.
        if (!MayCompareReads(reader))
            yield break;
        foreach (Value.Comparison comparison in Comparisons(reader).Distinct())
        {
            if (Versions(context, reader, comparison) is { } versions && !IsFailFast(context, reader, comparison))
                yield return versions;
        }
    }

    /// <summary>True for a look at a version: what is stored behind its first store is meant to be.</summary>
    public static bool IsPart(ProtocolContext context, MemberEvent load) =>
        Find(context, load.Member).Any(v => v.First == load.Event || v.Second == load.Event);

    private static bool MayCompareReads(Member reader)
    {
        foreach (GraphNode node in reader.Graph.Nodes)
        {
            if (node.IsBranch && MayHoldComparison(node.Condition!))
                return true;
        }

        foreach (Value result in reader.Graph.Results)
        {
            if (MayHoldComparison(result))
                return true;
        }

        return false;
    }

    /// <summary>It rests on two reads at least; a choice may be of so many that they are not kept.</summary>
    private static bool MayHoldComparison(Value value) => value switch
    {
        Value.Negation negation => MayHoldComparison(negation.Operand),
        Value.Derived { IsChoice: true } => true,
        _ => value.Sources().Count > 1,
    };

    /// <summary>The comparisons for equality, of what may be looks, that a member branches on or returns.</summary>
    private static IEnumerable<Value.Comparison> Comparisons(Member reader)
    {
        var pending = new Stack<Value>(reader.Graph.Results);
        foreach (GraphNode branch in reader.Graph.Nodes.Where(n => n.IsBranch))
            pending.Push(branch.Condition!);
        while (pending.Count > 0)
        {
            Value value = pending.Pop();
            if (value is Value.Comparison comparison)
            {
                if (comparison.Relation is Relation.Equal or Relation.NotEqual && MayBeLook(comparison.Left) && MayBeLook(comparison.Right))
                    yield return comparison;
            }
            else if (value is Value.Negation negation)
                pending.Push(negation.Operand);
            else if (value is Value.Derived { IsChoice: true, AssignedAt.Count: 0 } choice)
                choice.Operands.ToList().ForEach(pending.Push);

            // What a helper has found, which ways it went to find it coming behind.
            else if (value is Value.Derived { IsChoice: false, Operands: { Count: > 1 } told } && told[0] is Value.Comparison found)
                pending.Push(found);
        }
    }

    /// <summary>Where a change only throws, the version tells a misuse, as a list's tells its enumerators; nobody reads again.</summary>
    private static bool IsFailFast(ProtocolContext context, Member reader, Value.Comparison comparison) =>
        context.Guards.Of(reader).Any(g => IsOf(g.Branch.Condition!, comparison) && !g.IsChoice);

    private static bool IsOf(Value condition, Value.Comparison comparison) =>
        condition == comparison || (condition is Value.Negation negation && IsOf(negation.Operand, comparison));

    /// <summary>Of a collection, how many items it has: nobody counts its changes by that.</summary>
    private static bool IsCount(MemoryEvent load) => load.Location?.Kind == Accesses.LocationKind.Content;

    /// <summary>The two reads of a version, or of the two counters that make one, that are compared for equality.</summary>
    private static (MemoryEvent First, MemoryEvent Second)? Versions(ProtocolContext context, Member reader, Value.Comparison comparison)
    {
        if (LookOf(comparison.Left, reader) is not { } left || LookOf(comparison.Right, reader) is not { } right || left == right ||
            left.IsAsserted || right.IsAsserted || IsCount(left) ||
            left.Kind != EventKind.Load || right.Kind != EventKind.Load || !IsNumber(left) ||
            left.Path is not { } path || right.Path is not { } other ||
            !MayBeOfOneObject(path, other) ||
            (!path.Location.MayAlias(other.Location) && !(left.Locks.IsEmpty && AreTwins(context, path.Location, other.Location))))
        {
            return null;
        }

        return reader.Search.Reaches(left.Node, right.Node) && !(left.Node > right.Node) ? (left, right) : (right, left);
    }

    /// <summary>A read, also one that a loop has made again until it gave an even number, or that gives way to a number for none where it is odd.</summary>
    private static MemoryEvent? LookOf(Value value, Member reader) => value switch
    {
        Value.Loaded loaded => loaded.Event,
        Value.Derived { IsChoice: true, AssignedAt: { Count: > 0 } again, Operands: { Count: 1 } entry } when entry[0] is Value.Loaded { Event: var first } &&
            AreOfOnePlace(again, first, reader) => first,
        Value.Derived { IsChoice: true, AssignedAt.Count: 0, Operands: { Count: 2 } either } => (either[0], either[1]) switch
        {
            (Value.Loaded one, Value.Constant) => one.Event,
            (Value.Constant, Value.Loaded one) => one.Event,
            _ => null,
        },
        _ => null,
    };

    private static bool MayBeLook(Value value) => value is Value.Loaded or Value.Derived { IsChoice: true };

    private static bool AreOfOnePlace(IReadOnlyList<int> loads, MemoryEvent first, Member reader) =>
        loads.All(at => at >= 0 && reader.Graph[at].Event is { Kind: EventKind.Load, Path: { } path } && path.Equals(first.Path));

    /// <summary>False for what two things given from outside hold, each its own: that compares two objects.</summary>
    private static bool MayBeOfOneObject(AccessPath a, AccessPath b) =>
        Root(a) is not Value.Given x || Root(b) is not Value.Given y || SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

    private static Value? Root(AccessPath path)
    {
        while (path.Base is Value.Address or Value.Held)
            path = path.Base is Value.Address address ? address.Path : ((Value.Held)path.Base).Path;
        return path.Base;
    }

    /// <summary>Two counters to which one member stores the same value; who reads them without a lock may mean them to frame the data.</summary>
    private static bool AreTwins(ProtocolContext context, MemoryLocation a, MemoryLocation b) => context.World.AccessesOf(a).Any(
        x => x.Event.Kind == EventKind.Store && ProtocolContext.In(x.Member, b).Any(
            y => y.Event.Kind == EventKind.Store && x.Event.Stored is not Value.Constant && Value.Same(x.Event.Stored, y.Event.Stored)));

    private static bool IsNumber(MemoryEvent load) =>
        load.Operation.Type is
        {
            SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr,
        };
}
