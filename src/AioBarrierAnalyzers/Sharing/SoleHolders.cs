using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// Tells objects of one type apart by the fields that hold them. A field that is only ever given new objects, none of which goes anywhere else, holds one that
/// no other field leads to: a box around a number that each of its holders has for itself.
/// </summary>
internal static class SoleHolders
{
    /// <summary>True where two accesses go through two fields, one of which shares its object with no other.</summary>
    public static bool AreApart(MemberEvent a, MemberEvent b, World world) =>
        HolderOf(a.Event.Path) is { } first && HolderOf(b.Event.Path) is { } second && !SymbolEqualityComparer.Default.Equals(first.Symbol, second.Symbol) &&
        (IsSole(first, world, isFound: false) || IsSole(second, world, isFound: false));

    /// <summary>
    /// Made with the object that holds it, in a readonly field of its own, and used by this one member: what others do to objects of the type, they do to
    /// other ones.
    /// </summary>
    public static bool IsOfOneMember(MemberEvent access, World world) => HolderOf(access.Event.Path) is { } holder &&
        holder.Symbol is IFieldSymbol { IsReadOnly: true, IsStatic: false, DeclaredAccessibility: Accessibility.Private } field && IsMadeAtOnce(field) &&
        IsSole(holder, world, isFound: true) && world.Members.All(m => m == access.Member || m.IsConstruction || !m.Graph.Events.Exists(
            e => SymbolEqualityComparer.Default.Equals(HolderOf(e.Path)?.Symbol, field)));

    private static bool IsMadeAtOnce(IFieldSymbol field) => field.DeclaringSyntaxReferences.Length == 1 && field.DeclaringSyntaxReferences[0].GetSyntax() is
        VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax };

    private static MemoryLocation? HolderOf(AccessPath? path)
    {
        MemoryLocation? holder = path?.Base switch
        {
            Value.Loaded { IsExact: true } loaded => loaded.Event.Location,
            Value.Held held => held.Path.Location,
            _ => null,
        };
        return holder is { Kind: LocationKind.Field, Symbol: IFieldSymbol { Type.IsReferenceType: true } } ? holder : null;
    }

    /// <param name="holder">The field.</param>
    /// <param name="world">The members that may use it.</param>
    /// <param name="isFound">It is known that a new object is put there.</param>
    private static bool IsSole(MemoryLocation holder, World world, bool isFound)
    {
        foreach (Member member in world.Members)
        {
            foreach (MemoryEvent @event in member.Graph.Events)
            {
                bool isHere = @event.Writes && @event.Location?.MayAlias(holder) == true;
                if (isHere && @event.Stored is not (Value.Made or Value.Constant { Content: null }))
                    return false;
                isFound |= isHere;
                if (!isHere && (IsFrom(@event.Stored, holder) || @event.Handed.Any(h => IsFrom(h, holder))))
                    return false;
                if (isHere && @event.Stored is Value.Made made &&
                    member.Graph.Events.Any(e => e != @event && (e.Stored == made || e.Handed.Contains(made))))
                {
                    return false;
                }
            }
        }

        return isFound;
    }

    private static bool IsFrom(Value? value, MemoryLocation holder) => value switch
    {
        Value.Loaded { IsExact: true } loaded => loaded.Event.Location?.MayAlias(holder) == true,
        Value.Held held => held.Path.Location.MayAlias(holder),
        _ => false,
    };
}
