using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>What can be said of a lock from the location that holds it.</summary>
internal static class LockObjects
{
    /// <summary>The lock as a message names it.</summary>
    public static string NameOf(MemoryLocation @lock) => @lock.Kind == LocationKind.This ? "the object" : @lock.Name;

    /// <summary>A lock that is held there alone; null where there is none.</summary>
    public static MemoryLocation? HeldAt(MemoryEvent @event, World world) =>
        @event.Locks.Locks.Where(l => !l.IsShared).Select(l => l.Location).FirstOrDefault(l => MayExclude(l, world));

    /// <summary>False for a semaphore that lets several in, or that one member waits for and another one releases: a signal, and no lock.</summary>
    public static bool MayExclude(MemoryLocation @lock, World world)
    {
        if (@lock.Kind == LocationKind.Local)
            return false;
        ITypeSymbol? type = @lock.Symbol is { } holder ? PathFactory.TypeOf(holder) : null;
        if (LibraryTypes.Signals.Contains(type))
            return false;
        if (!LibraryTypes.Semaphores.Contains(type))
            return true;
        return InitialCount(@lock.Symbol!) is { } count ? count == 1 : world.Members.All(m => !IsTakenIn(m, @lock) || Uses(m, EventKind.Wake, @lock));
    }

    /// <summary>
    /// True where the lock that guards an access must be this one: both belong to one type, or the access is made by the type that has the lock, through what
    /// it was given or holds. An object that was taken out of a collection is its taker's own.
    /// </summary>
    public static bool IsAtHome(MemoryLocation @lock, MemberEvent access)
    {
        INamedTypeSymbol? home = @lock.Kind == LocationKind.This ? @lock.Symbol as INamedTypeSymbol : @lock.Symbol?.ContainingType;
        if (home is null)
            return false;
        INamedTypeSymbol? owner = access.Location.NamingSymbol?.ContainingType;
        for (INamedTypeSymbol? at = owner; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, home.OriginalDefinition))
                return true;
        }

        for (INamedTypeSymbol? at = home; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, owner?.OriginalDefinition))
                return true;
        }

        return SymbolEqualityComparer.Default.Equals(home.Outermost().OriginalDefinition, access.Member.Type.Outermost().OriginalDefinition) &&
            IsGiven(access.Event.Path);
    }

    /// <summary>The lock is an object that a constructor was given: it may have another name elsewhere, and be any other lock.</summary>
    public static bool IsHandedIn(MemoryLocation @lock, World world) => @lock is { Kind: LocationKind.Field, Symbol: IFieldSymbol { IsStatic: false } field } &&
        PathFactory.TypeOf(field) is { SpecialType: SpecialType.System_Object } && world.Members.Any(
            m => m.IsConstruction && m.Graph.Events.Any(
                e => e.Writes && e.Stored is Value.Given { Symbol: IParameterSymbol } && e.Location?.MayAlias(@lock) == true));

    private static bool IsGiven(AccessPath? path)
    {
        for (AccessPath? at = path; at is not null;)
        {
            switch (at.Base)
            {
                case null or Value.Given:
                    return true;
                case Value.Held held:
                    at = held.Path;
                    break;
                case Value.Address address:
                    at = address.Path;
                    break;
                case Value.Loaded { IsExact: true } loaded:
                    at = loaded.Event.Path;
                    break;
                default:
                    return IsStillIn(at.Base);
            }

            if (at is { Step: LocationKind.Content or LocationKind.Element })
                return false;
        }

        return false;
    }

    /// <summary>Was found in a collection under the lock, and not taken out.</summary>
    private static bool IsStillIn(Value found)
    {
        IReadOnlyList<MemoryEvent> sources = found.Sources();
        return sources.Count > 0 && sources.All(
            s => s is { TakesOut: false, IsConcurrentCollection: false, Effect.Role: MemberRole.CollectionLook, Location.Owner.Kind: LocationKind.Field } &&
                !s.Locks.IsEmpty);
    }

    private static bool IsTakenIn(Member member, MemoryLocation @lock)
    {
        foreach (MemoryEvent @event in member.Graph.Events)
        {
            if (@event.Locks.Find(@lock) is not null)
                return true;
        }

        return Uses(member, EventKind.Wait, @lock);
    }

    private static bool Uses(Member member, EventKind kind, MemoryLocation semaphore)
    {
        foreach (MemoryEvent @event in member.Graph.Events)
        {
            if (@event.Kind == kind && @event.Path?.Location is { Kind: LocationKind.Content, Owner: { } owner } && owner.MayAlias(semaphore))
                return true;
        }

        return false;
    }

    /// <summary>The first argument where the field is declared; null where it is set elsewhere.</summary>
    private static long? InitialCount(ISymbol semaphore)
    {
        ExpressionSyntax? value = semaphore.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } &&
            arguments[0].Expression is LiteralExpressionSyntax { Token.Value: int count } ? count : null;
    }
}
