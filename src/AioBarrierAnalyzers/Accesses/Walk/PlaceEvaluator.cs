using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Finds the place that an expression denotes, and emits the loads and stores there.</summary>
internal sealed class PlaceEvaluator
{
    /// <summary>So many choices within choices are looked into.</summary>
    private const int MaxNesting = 3;

    private readonly MemberWalk _walk;

    public PlaceEvaluator(MemberWalk walk) => _walk = walk;

    /// <summary>The place an expression denotes; what is needed to reach it is evaluated, the place itself is not touched.</summary>
    public Place Of(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation field:
                return OfField(field);
            case IPropertyReferenceOperation property when PathFactory.IsAuto(property.Property):
                return OfAutoProperty(property);
            case IEventReferenceOperation handlers when PathFactory.IsAuto(handlers.Event):
                return Place.Memory(PathFactory.Handlers(handlers.Event, handlers.Instance is null ? null : _walk.Operations.Evaluate(handlers.Instance)));
            case IArrayElementReferenceOperation element:
                Value array = _walk.Operations.Evaluate(element.ArrayReference);
                Value index = element.Indices.Length == 1 ? _walk.Operations.Evaluate(element.Indices[0]) : EvaluateAll(element);
                return Place.Memory(PathFactory.Element(array, index));
            case ILocalReferenceOperation local:
                return OfVariable(local.Local, local.Local.IsRef);
            case IParameterReferenceOperation parameter:
                return OfVariable(parameter.Parameter, parameter.Parameter.RefKind != RefKind.None);
            case IFlowCaptureReferenceOperation capture:
                return _walk.Activation.Captures.TryGetValue(capture.Id, out Value? captured) && captured is Value.Address address
                    ? Place.Memory(address.Path, IsVolatile(address.Path.Symbol))
                    : Place.None;
            case IDeclarationExpressionOperation declaration:
                return Of(declaration.Expression);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand);
        }

        Place pointee = PointerPlace(operation);
        if (pointee.Path is not null)
            return pointee;

        // Whatever gives a reference: a ref return, an indexer of a span, a conditional ref.
        return _walk.Operations.Evaluate(operation, wantsAddress: true) is Value.Address reference ? Place.Memory(reference.Path) : Place.None;
    }

    /// <summary>What a pointer indirection denotes; none where the operation is something else.</summary>
    public Place PointerPlace(IOperation operation)
    {
        if (PointerOperand(operation) is not { } pointer)
            return Place.None;
        Value target = OtherThanNull(_walk.Operations.Evaluate(pointer));
        Value? offset = PointerIndex(operation) is { } at ? _walk.Operations.Evaluate(at) : null;
        long size = PointerOffsets.SizeOf((pointer.Type as IPointerTypeSymbol)?.PointedAtType);
        return Place.Memory(target is Value.Address known && offset is null ? known.Path : PathFactory.Moved(target, offset, size));
    }

    /// <summary>A helper gives an address or none, and what is followed is the address.</summary>
    private static Value OtherThanNull(Value target) =>
        target is Value.Derived { IsChoice: true, Operands.Count: 2 } choice && TryFindAddress(choice, MaxNesting, out Value.Address? only) && only is not null
            ? only : target;

    /// <summary>False where it may be something else than one address or null.</summary>
    private static bool TryFindAddress(Value value, int depth, out Value.Address? address)
    {
        // With several ways through a helper, what it gives comes together with the conditions of the way.
        Value given = value is Value.Derived { IsChoice: false, Operands: { Count: > 0 } parts } ? parts[0] : value;
        address = given as Value.Address;
        if (address is not null || given is Value.Constant { Content: null })
            return true;
        if (depth == 0 || value is not Value.Derived { IsChoice: true, Operands.Count: 2 } choice)
            return false;
        foreach (Value operand in choice.Operands)
        {
            if (!TryFindAddress(operand, depth - 1, out Value.Address? other) || (address is not null && other is not null && !Value.Same(address, other)))
                return false;
            address ??= other;
        }

        return true;
    }

    /// <summary>Reads a place.</summary>
    public Value Load(Place place, IOperation operation)
    {
        if (place.Local is { } local)
            return ValueOf(local);
        if (place.Path is not { } path)
            return Value.Unknown.Instance;
        if (place.IsFixed)
        {
            _walk.Graph.FixedReads.Add(
                new MemoryEvent(_walk.Current, EventKind.Load, MemoryAction.PlainLoad, operation, _walk.Activation.Frame, _walk.State.Locks) { Path = path });
            return new Value.Held(path);
        }

        MemoryEvent load = _walk.Emit(EventKind.Load, place.IsVolatile ? MemoryAction.AcquireLoad : MemoryAction.PlainLoad, operation, path);
        load.IsBulk = operation.Type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: TypeKind.Struct };
        return new Value.Loaded(load);
    }

    /// <summary>Writes a place; gives the event where it is memory.</summary>
    public MemoryEvent? Store(Place place, Value value, IOperation operation)
    {
        if (place.Local is { } local)
        {
            _walk.State = _walk.State.With(local, value);
            _walk.AssignmentsOf(local).Add(_walk.Current);

            // What a helper gives to the member's own caller is given there: behind the call, where its paths have met, nothing says on which one it was.
            if (local is IParameterSymbol { RefKind: RefKind.Out } && _walk.Activation.Frame.Caller is not null)
                _walk.Use(value);
            return null;
        }

        if (place.Path is not { } path)
            return null;
        MemoryEvent store = _walk.Emit(EventKind.Store, place.IsVolatile ? MemoryAction.ReleaseStore : MemoryAction.PlainStore, operation, path);
        store.Stored = value;
        _walk.Use(value);
        return store;
    }

    /// <summary>The pointer that an indirection goes through; null where the operation is none. Roslyn gives these no operation of their own.</summary>
    private static IOperation? PointerOperand(IOperation operation)
    {
        if (operation.Kind != OperationKind.None)
            return null;
        return operation.Syntax switch
        {
            PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PointerIndirectionExpression) => operation.ChildOperations.FirstOrDefault(),
            MemberAccessExpressionSyntax member when member.IsKind(SyntaxKind.PointerMemberAccessExpression) => operation.ChildOperations.FirstOrDefault(),
            ElementAccessExpressionSyntax => operation.ChildOperations.FirstOrDefault(),
            IdentifierNameSyntax or MemberAccessExpressionSyntax
                when operation.ChildOperations.Count == 1 && operation.ChildOperations.First().Type is IPointerTypeSymbol
                => operation.ChildOperations.First(),
            _ => null,
        };
    }

    private static IOperation? PointerIndex(IOperation operation) =>
        operation.Syntax is ElementAccessExpressionSyntax ? operation.ChildOperations.Skip(1).FirstOrDefault() : null;

    private static bool IsVolatile(ISymbol? symbol) => symbol is IFieldSymbol { IsVolatile: true };

    private Place OfField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.IsConst || _walk.Known.IsThreadStatic(field))
            return Place.None;
        Value? instance = reference.Instance is null ? null : InstanceOf(reference.Instance);
        if (field.ContainingType.IsTupleType)
            return Place.None;
        return Place.Memory(PathFactory.Field(field, instance), field.IsVolatile, IsFixed(field, field.IsReadOnly, instance));
    }

    private Place OfAutoProperty(IPropertyReferenceOperation reference)
    {
        Value? instance = reference.Instance is null ? null : InstanceOf(reference.Instance);
        return Place.Memory(PathFactory.Field(reference.Property, instance), isVolatile: false,
            IsFixed(reference.Property, reference.Property.SetMethod is null or { IsInitOnly: true }, instance));
    }

    /// <summary>The object, or for a struct the place, whose member is reached.</summary>
    private Value InstanceOf(IOperation instance)
    {
        if (instance.Type is not { IsValueType: true })
            return _walk.Operations.Evaluate(instance);
        if (instance is IInstanceReferenceOperation)
            return _walk.Activation.Receiver ?? Value.Unknown.Instance;
        Place place = Of(instance);
        if (place.Path is { } path)
            return place.IsFixed ? new Value.Held(path) : new Value.Address(path);
        if (place.Local is not { } local)
            return CopyIn(instance) ?? Value.Unknown.Instance;
        Value value = Load(place, instance);

        // A struct in a local of its own is nobody else's.
        return value is Value.Address ? value : new Value.Made(local is ILocalSymbol l ? l.Type : null) { CopyOf = value };
    }

    /// <summary>A struct that is being made, with an initializer behind it, is nobody else's either.</summary>
    private Value? CopyIn(IOperation instance) =>
        instance is IFlowCaptureReferenceOperation capture && _walk.Activation.Captures.TryGetValue(capture.Id, out Value? captured)
            ? captured as Value.Made
            : null;

    private Value ValueOf(ISymbol local)
    {
        if (_walk.State.Values.TryGetValue(local, out Value? value))
            return value;
        if (local is not IParameterSymbol)
            return Value.Unknown.Instance;
        value = new Value.Given(local);
        _walk.State = _walk.State.With(local, value);
        return value;
    }

    /// <summary>A struct's field lasts as long as what holds the struct: readonly in an array's element, it changes with the element.</summary>
    private static bool IsFixed(ISymbol field, bool isReadOnly, Value? instance) =>
        field.ContainingType.IsValueType && !field.IsStatic
            ? instance is Value.Held || (isReadOnly && instance is Value.Given && field is IFieldSymbol { Type: IPointerTypeSymbol })
            : isReadOnly;

    private Place OfVariable(ISymbol variable, bool isReference)
    {
        if (isReference && _walk.State.Values.TryGetValue(variable, out Value? value))
        {
            // Volatility is lost through a reference (memory-model.md, section 2).
            if (value is Value.Address address)
                return Place.Memory(address.Path);
            if (value is Value.Given given && !SymbolEqualityComparer.Default.Equals(given.Symbol, variable))
                return OfVariable(given.Symbol, isReference: false);
        }

        // Of structs the caller's copy is meant most of the time.
        if (variable is IParameterSymbol { RefKind: RefKind.Ref } parameter && _walk.Activation.Frame.Caller is null &&
            parameter.Type is not { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None })
        {
            return Place.Memory(PathFactory.ByReference(parameter));
        }

        return _walk.SharedLocals.Contains(variable) ? Place.Memory(PathFactory.Local(variable)) : Place.OfLocal(variable);
    }

    private Value EvaluateAll(IArrayElementReferenceOperation element)
    {
        var values = element.Indices.Select(i => _walk.Operations.Evaluate(i)).ToArray();
        return new Value.Derived(varies: false, isChoice: false, values);
    }
}
