using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Makes paths and the locations they lead to.</summary>
internal static class PathFactory
{
    /// <summary>A field or auto-property of an object, struct or type.</summary>
    public static AccessPath Field(ISymbol field, Value? instance)
    {
        if (field.IsStatic)
            return new AccessPath(null, LocationKind.Field, field, null, new MemoryLocation(LocationKind.Field, field, null));

        MemoryLocation? owner = null;
        bool embedded = false;
        bool pointer = false;
        if (field.ContainingType.IsValueType)
        {
            // A struct's fields are part of what holds the struct; through a pointer or a reference from elsewhere, nobody knows of what.
            owner = StorageOf(instance);
            embedded = owner is not null;
            pointer = owner?.ThroughPointer == true;
            if (owner is { Kind: LocationKind.Pointee })
            {
                owner = null;
                embedded = false;
            }
        }
        else if (instance is Value.Held { Path.Location: { Symbol: not null } location })
        {
            owner = location;
        }

        return new AccessPath(instance, LocationKind.Field, field, null, new MemoryLocation(LocationKind.Field, field, owner, embedded, pointer));
    }

    /// <summary>The type of what a field or property holds; null for anything else.</summary>
    public static ITypeSymbol? TypeOf(ISymbol? holder) => holder switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>An element of an array, span or buffer.</summary>
    public static AccessPath Element(Value array, Value? index) =>
        new(array, LocationKind.Element, null, index, new MemoryLocation(LocationKind.Element, null, HolderOf(array), throughPointer: IsPointer(array)));

    /// <summary>What a pointer points to.</summary>
    public static AccessPath Pointee(Value pointer, Value? index = null) =>
        Moved(pointer, index, 1);

    /// <summary>What a pointer points to that was moved by so many elements of a size.</summary>
    public static AccessPath Moved(Value pointer, Value? by, long size)
    {
        PointerOffset offset = PointerOffsets.Of(by, size);
        if (pointer is Value.Address { Path: { Step: LocationKind.Pointee } known })
        {
            Value? index = by is null or Value.Constant
                ? known.Index
                : known.Index is null ? by : new Value.Derived(varies: false, isChoice: false, known.Index, by);
            return new AccessPath(known.Base, LocationKind.Pointee, null, index,
                new MemoryLocation(LocationKind.Pointee, null, known.Location.Owner, throughPointer: true, offset: known.Location.Offset.Move(offset)));
        }

        // What is pinned or on the stack is reached through a pointer, but it is no foreign memory.
        if (pointer is Value.Address { Path: { Step: LocationKind.Element, Location.ThroughPointer: false } element })
            return new AccessPath(element.Base, LocationKind.Element, null, by ?? element.Index, element.Location);
        bool isForeign = pointer is not Value.Address { Path.Location.ThroughPointer: false };
        return new AccessPath(pointer, LocationKind.Pointee, null, by is Value.Constant ? null : by,
            new MemoryLocation(LocationKind.Pointee, null, HolderOf(pointer), throughPointer: isForeign, offset: offset));
    }

    /// <summary>What a collection contains.</summary>
    public static AccessPath Content(Value collection) =>
        new(collection, LocationKind.Content, null, null, new MemoryLocation(LocationKind.Content, null, HolderOf(collection)));

    /// <summary>The handlers of an event.</summary>
    public static AccessPath Handlers(IEventSymbol @event, Value? instance) =>
        new(instance, LocationKind.Handlers, @event, null, new MemoryLocation(LocationKind.Handlers, @event, null));

    /// <summary>A captured local or parameter.</summary>
    public static AccessPath Local(ISymbol local) =>
        new(null, LocationKind.Local, local, null, new MemoryLocation(LocationKind.Local, local, null));

    /// <summary>What a parameter by reference stands for: a place of the caller's, that others may know as well.</summary>
    public static AccessPath ByReference(IParameterSymbol parameter)
    {
        var given = new Value.Given(parameter);
        return new AccessPath(given, LocationKind.Pointee, null, null, new MemoryLocation(LocationKind.Pointee, null, HolderOf(given)));
    }

    /// <summary>The location that holds a reference, pointer or lock object; null where it is not known.</summary>
    public static MemoryLocation? HolderOf(Value? value) => value switch
    {
        Value.Loaded { IsExact: true } loaded => loaded.Event.Location,
        Value.Held held => held.Path.Location,
        Value.Address address => address.Path.Location,
        Value.Given given => new MemoryLocation(LocationKind.Local, given.Symbol, null),
        Value.Derived { IsChoice: true } choice => HolderOfChoice(choice),
        _ => null,
    };

    /// <summary>True for a property that stands for a field of its own.</summary>
    public static bool IsAuto(IPropertySymbol property)
    {
        if (property.IsIndexer || property.IsAbstract || property.IsExtern || property.ContainingType.TypeKind == TypeKind.Interface ||
            property.DeclaringSyntaxReferences is not { IsEmpty: false } declarations)
        {
            return false;
        }

        return declarations[0].GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } => HaveNoCode(accessors),
            ParameterSyntax => true,
            _ => false,
        };
    }

    private static bool HaveNoCode(AccessorListSyntax accessors)
    {
        // Asked of each use of a property: a loop over the list itself makes no objects.
        foreach (AccessorDeclarationSyntax accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return false;
        }

        return true;
    }

    /// <summary>True for an event that stands for a field of its own.</summary>
    public static bool IsAuto(IEventSymbol @event) =>
        !@event.IsAbstract && !@event.DeclaringSyntaxReferences.IsEmpty && @event.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax;

    private static MemoryLocation? HolderOfChoice(Value.Derived choice)
    {
        MemoryLocation? common = null;
        foreach (Value operand in choice.Operands)
        {
            // A null, an unknown next value in a loop and the like say nothing of where the others come from; nor does a new object, which takes their place.
            if (operand is Value.Constant or Value.Unknown or Value.Made)
                continue;
            MemoryLocation? holder = HolderOf(operand);
            if (holder is null || (common is not null && !common.Equals(holder)))
                return null;
            common = holder;
        }

        return common;
    }

    private static MemoryLocation? StorageOf(Value? instance) => instance switch
    {
        Value.Address address => address.Path.Location,
        Value.Loaded { IsExact: true } loaded => loaded.Event.Location,
        Value.Held held => held.Path.Location,
        _ => null,
    };

    private static bool IsPointer(Value value) => value switch
    {
        Value.Address address => address.Path.Location.ThroughPointer,
        Value.Held held => held.Path.Location.ThroughPointer,
        Value.Loaded loaded => loaded.Event.Location?.ThroughPointer == true,
        _ => false,
    };
}
