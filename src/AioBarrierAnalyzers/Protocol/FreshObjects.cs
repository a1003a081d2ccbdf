using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>What becomes of the objects that a member makes, or constructs: where they become reachable, and what is stored into them.</summary>
internal static class FreshObjects
{
    /// <summary>The new object that a value is, or is reached through; null where it is something else, or several.</summary>
    public static Value? RootOf(Value? value, Member member) => value switch
    {
        Value.Made made => made,
        Value.Given { Symbol: INamedTypeSymbol } given when member.IsConstruction && !member.Method.IsStatic => given,
        Value.Held held => RootOf(held.Path.Base, member),
        Value.Address address => RootOf(address.Path.Base, member),
        Value.Loaded loaded => RootOf(loaded.Event.Path?.Base, member),
        _ => null,
    };

    /// <summary>The stores that make a new object of the member reachable for others: into a field, array or collection that is not itself new.</summary>
    public static IEnumerable<(MemoryEvent Publication, Value Object)> Publications(Member member)
    {
        foreach (MemoryEvent store in member.Graph.Events)
        {
            if (!store.Writes || store.Path is not { } path || path.Location.Kind == Accesses.LocationKind.Local || RootOf(path.Base, member) is not null)
                continue;
            if (Itself(store.Stored, member) is { } made)
                yield return (store, made);
        }
    }

    /// <summary>What is stored into a new object, or into what is reached through it.</summary>
    public static IEnumerable<MemoryEvent> StoresInto(Value made, Member member) => member.Graph.Events.Where(
        e => e.Writes && e.Path is { } path && IsSame(RootOf(path.Base, member), made));

    public static bool IsSame(Value? a, Value b) =>
        ReferenceEquals(a, b) || (a is Value.Given x && b is Value.Given y && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol));

    /// <summary>The new object where a value is that object and nothing computed from it.</summary>
    private static Value? Itself(Value? value, Member member) =>
        value is Value.Made { Type: { IsReferenceType: true } } or Value.Given ? RootOf(value, member) : null;
}
