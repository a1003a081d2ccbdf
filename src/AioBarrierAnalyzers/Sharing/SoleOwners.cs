using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// Tells what a member does to an object that is still its maker's alone. An object that is filled first and shared then changes as it is filled: it is the
/// code of another type, which fills and shares it, that shows in what order the two come.
/// </summary>
internal static class SoleOwners
{
    /// <summary>
    /// The other access is made by another type, which has the object at hand; and wherever other types call the member that stores or gives back, the caller
    /// has made the object and not yet let anybody have it.
    /// </summary>
    public static bool CallIt(MemoryEvent act, Member member, MemberEvent use, World world)
    {
        if (!Roles.IsOfUser(use, member))
            return false;
        bool isCalled = false;
        foreach (Member caller in world.Members.Where(m => m != member))
        {
            foreach (MemoryEvent same in caller.Graph.Events)
            {
                if (same.Kind != act.Kind || same.Operation.Syntax != act.Operation.Syntax || !IsBy(same.Frame, member.Method))
                    continue;
                isCalled = true;
                if (!IsOfOwn(same, caller, use.Member))
                    return false;
            }
        }

        return isCalled;
    }

    private static bool IsBy(Frame frame, IMethodSymbol method)
    {
        for (Frame? at = frame; at is not null; at = at.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(at.Method.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsOfOwn(MemoryEvent act, Member caller, Member user)
    {
        IReadOnlyList<MemoryEvent> ways = act.GivenBack is { } given ? given.Sources() : new[] { act };
        return ways.Count > 0 && ways.All(w => w.Path is { } path && IsUnknown(path, w, caller, user));
    }

    /// <summary>What leads to the memory was made in this run of the caller, and nobody has it yet.</summary>
    private static bool IsUnknown(AccessPath path, MemoryEvent access, Member caller, Member user)
    {
        if (path.IsFresh)
        {
            return !caller.Escapes.IsShared(access, caller.Search) && !Escapes.RootsOf(path).Any(
                root => caller.Graph.Events.Exists(e => IsStart(e, user) && Escapes.IsBehind(root, e, access, caller.Search)));
        }

        if (LocalOf(path) is not { } local)
            return false;
        List<MemoryEvent> stores = caller.Graph.Events.FindAll(e => e.Writes && e.Location?.MayAlias(local) == true);
        return stores.TrueForAll(s => s.Stored is { IsFresh: true }) && !caller.Graph.Events.Exists(
            e => !stores.Contains(e) && (IsStart(e, user) || IsGivenAway(e, local, stores)) &&
                caller.Search.ReachesUnblocked(e.Node, access.Node, n => n.Event is { } store && stores.Contains(store)));
    }

    /// <summary>The local that captured code shares with the caller, and that holds the object.</summary>
    private static MemoryLocation? LocalOf(AccessPath path)
    {
        AccessPath? at = path;
        while (at is not null && at.Location.Kind != LocationKind.Local)
            at = at.Base switch
            {
                Value.Loaded { IsExact: true } loaded => loaded.Event.Path,
                Value.Held held => held.Path,
                Value.Address address => address.Path,
                _ => null,
            };
        return at?.Location;
    }

    /// <summary>What the started code has captured is in none of the places by which an object becomes known: any that it uses may be this one.</summary>
    private static bool IsStart(MemoryEvent @event, Member user) => @event.Kind == EventKind.Start && @event.Effect.Action != MemoryAction.Nothing &&
        (@event.Started.Count == 0 || user.IsRunBy(@event));

    private static bool IsGivenAway(MemoryEvent @event, MemoryLocation local, List<MemoryEvent> stores) =>
        IsObject(@event.Stored, local, stores) || @event.Handed.Any(h => IsObject(h, local, stores));

    private static bool IsObject(Value? value, MemoryLocation local, List<MemoryEvent> stores) =>
        (value is Value.Loaded { IsExact: true } loaded && loaded.Event.Location?.MayAlias(local) == true) ||
        (value is not null && stores.Exists(s => s.Stored == value));
}
