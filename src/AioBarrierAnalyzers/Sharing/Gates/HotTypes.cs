using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>Finds the names that are hot in one type: those of its files, and what its place among other types adds to them.</summary>
internal sealed class HotTypes
{
    /// <summary>What changes memory in one step.</summary>
    private static readonly HashSet<string> Atomic = new() { "Interlocked" };

    /// <summary>What reads or changes memory in order.</summary>
    private static readonly HashSet<string> Marks = new() { "Interlocked", "Volatile", "MemoryBarrier" };

    private readonly NamesRead _names;
    private readonly bool _isNarrow;

    /// <param name="names">The names that were read.</param>
    /// <param name="isNarrow">The code may run on a processor of 32 bits.</param>
    public HotTypes(NamesRead names, bool isNarrow)
    {
        _names = names;
        _isNarrow = isNarrow;
    }

    /// <summary>The names by which a method of the type may take part in a protocol.</summary>
    /// <param name="type">The type.</param>
    /// <param name="methods">Its methods, and those that it inherits.</param>
    /// <param name="further">Names that are hot whatever the files say.</param>
    /// <param name="cancellation">Ends the search.</param>
    public HashSet<string> NamesFor(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, IEnumerable<string> further, CancellationToken cancellation)
    {
        var hot = new HashSet<string>(further);
        HashSet<SyntaxTree> trees = new(type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree));
        foreach (SyntaxTree tree in trees)
            hot.UnionWith(_names.In(tree, cancellation).Hot);
        foreach (SyntaxReference part in type.Outermost().DeclaringSyntaxReferences)
            hot.UnionWith(_names.In(part.SyntaxTree, cancellation).ViewsBeside(part.GetSyntax(cancellation)));

        hot.UnionWith(TornNamesOf(type, cancellation));
        AddHelpersAround(type, hot, cancellation);
        AddShownWithin(type, hot, cancellation);
        AddLeased(type, methods, hot, cancellation);
        hot.UnionWith(StructsOf(type).Where(f => ChangesItself(f.Type.OriginalDefinition, cancellation)).Select(static f => f.Name));

        hot.UnionWith(type.GetMembers().OfType<IFieldSymbol>().Where(f => IsValidated(f.Type.OriginalDefinition, cancellation)).Select(static f => f.Name));

        // What is inherited is judged in the type that declares it, but for what this type has a part in.
        var inherited = new HashSet<string>(methods.Select(m => m.DeclaringSyntaxReferences[0].SyntaxTree).Distinct().Where(t => !trees.Contains(t))
            .SelectMany(tree => _names.In(tree, cancellation).Hot).Where(name => !hot.Contains(name)));
        foreach (SyntaxTree tree in inherited.Count > 0 ? trees : Enumerable.Empty<SyntaxTree>())
            hot.UnionWith(NamedTokens.UsedIn(tree, inherited, cancellation));
        return hot;
    }

    /// <summary>
    /// A nested type calls private methods of those around it as they do themselves: a lease gives back what only its owner knows how to. A method that updates
    /// something atomically is right without its callers.
    /// </summary>
    private void AddHelpersAround(INamedTypeSymbol type, HashSet<string> hot, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            foreach (ISymbol member in outer.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } helper &&
                    helper.DeclaringSyntaxReferences.Length > 0 && _names.In(helper, cancellation) is var names && names.UseAnyOf(hot) &&
                    !names.HasLock && !names.UseAnyOf(Atomic))
                {
                    hot.Add(helper.Name);
                }
            }
        }
    }

    /// <summary>A property of a nested type is as good as the field that it shows: those around it look at the one by the other.</summary>
    private void AddShownWithin(INamedTypeSymbol type, HashSet<string> hot, CancellationToken cancellation)
    {
        List<string> shown = type.WithNested().Skip(1).SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>())
            .Where(m => m is { MethodKind: MethodKind.PropertyGet, DeclaringSyntaxReferences.Length: > 0 } && _names.In(m, cancellation).UseAnyOf(hot))
            .Select(static m => m.AssociatedSymbol!.Name).ToList();
        hot.UnionWith(shown);
    }

    /// <summary>What a nested type reads of those around it belongs to the protocol that its disposal takes part in.</summary>
    private void AddLeased(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, HashSet<string> hot, CancellationToken cancellation)
    {
        if (type.ContainingType is null || !methods.Any(m => FieldUse.IsDisposal(m.Name) && _names.In(m, cancellation).UseAnyOf(hot)))
            return;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            hot.UnionWith(outer.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsConst).Select(static f => f.Name));
    }

    /// <summary>The fields whose structs are declared in the same file, for the type's own use.</summary>
    private static IEnumerable<IFieldSymbol> StructsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(
        f => f is { IsConst: false, IsReadOnly: false, Type: { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences: { Length: > 0 } parts } } &&
            type.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == parts[0].SyntaxTree));

    /// <summary>The memory of a struct is that of whoever holds it: where its methods change it atomically, so does who calls them.</summary>
    private bool ChangesItself(ITypeSymbol part, CancellationToken cancellation) => part.GetMembers().Any(m => m is IMethodSymbol
        { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaringSyntaxReferences.Length: > 0 } method && _names.In(method, cancellation).UseAnyOf(Atomic));

    /// <summary>
    /// A class of the project that says whether a number still holds that it gave: a sequence lock of its own, and who holds it reads its data between the two.
    /// </summary>
    private bool IsValidated(ITypeSymbol type, CancellationToken cancellation) => type is { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0 } &&
        type.GetMembers().Any(m => m is IMethodSymbol
        {
            MethodKind: MethodKind.Ordinary, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: 1 } stamp,
            DeclaringSyntaxReferences.Length: > 0,
        }
        method && stamp[0].Type.SpecialType is >= SpecialType.System_Int32 and <= SpecialType.System_UInt64 && _names.In(method, cancellation).UseAnyOf(Marks));

    /// <summary>What may be seen half stored, where the files of the type start threads, or loop by themselves, and change it.</summary>
    public IEnumerable<string> TornNamesOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<FileNames> files = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Distinct().Select(tree => _names.In(tree, cancellation)).ToList();
        return files.Exists(static f => f.StartsThreads || f.LoopsByItself)
            ? WideNames(type).Where(name => files.Exists(f => f.Changed.Contains(name))).Concat(WideElements(type))
            : Enumerable.Empty<string>();
    }

    /// <summary>
    /// The fields and properties of the type, of those nested in it and around it, and of its bases, whose values are read and written in more than one piece.
    /// </summary>
    private IEnumerable<string> WideNames(INamedTypeSymbol type) => type.Outermost().WithNested().Concat(BasesOf(type)).SelectMany(t => t.GetMembers())
        .Where(m => m switch
    {
        IFieldSymbol { IsReadOnly: false, IsConst: false } field => WideValues.IsWide(field.Type) || (_isNarrow && WideValues.IsLong(field.Type)),
        IPropertySymbol { SetMethod: not null } property => WideValues.IsWide(property.Type) || (_isNarrow && WideValues.IsLong(property.Type)),
        _ => false,
    }).Select(m => m.Name);

    /// <summary>The arrays of such values; that an element is stored is not seen by the name of the array.</summary>
    private static IEnumerable<string> WideElements(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static f => f.Type is IArrayTypeSymbol array && WideValues.IsWide(array.ElementType)).Select(static f => f.Name);

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type.BaseType; at is { DeclaringSyntaxReferences.Length: > 0 }; at = at.BaseType)
            yield return at;
    }
}
