using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Evaluates what calls are given: receivers and arguments.</summary>
internal sealed class ArgumentEvaluator
{
    private readonly MemberWalk _walk;

    public ArgumentEvaluator(MemberWalk walk) => _walk = walk;

    /// <summary>The object, or the address of the struct, that a member is called on; null for a static one.</summary>
    public Value? ReceiverOf(IOperation? instance)
    {
        // What a loop goes through is converted to its own type.
        if (instance is IConversionOperation { OperatorMethod: null, Operand: var operand, Type: var type } &&
            SymbolEqualityComparer.Default.Equals(type, operand.Type))
        {
            instance = operand;
        }

        if (instance is null)
            return null;
        if (instance.Type is { IsValueType: true } && instance is not IInstanceReferenceOperation && !ClockMembers.IsTime(instance.Type))
        {
            // A span that a call gives leads to memory, and is not read from there; nor is the enumerator by which a loop goes through one.
            if ((instance is IInvocationOperation or IObjectCreationOperation && IsView(instance.Type)) ||
                instance is IFlowCaptureReferenceOperation { Type.IsRefLikeType: true })
                return _walk.Operations.Evaluate(instance);
            Place place = _walk.Places.Of(instance);
            if (place.Path is { } path)
                return IsView(instance.Type) || IsUnchangedByCalls(instance.Type) ? _walk.Places.Load(place, instance) : new Value.Address(path);
            if (place.Local is null)
            {
                Value captured = instance is IFlowCaptureReferenceOperation ? _walk.Operations.Evaluate(instance) : Value.Unknown.Instance;
                if (IsView(instance.Type) || captured is Value.Made { Scope.Count: > 0 })
                    return captured;

                // The enumerator of a collection: what it gives comes from there.
                return captured is Value.Loaded { IsExact: false, Event.Location.Kind: LocationKind.Content }
                    ? new Value.Made(instance.Type) { CopyOf = captured }
                    : Value.Unknown.Instance;
            }

            return _walk.Places.Load(place, instance);
        }

        return _walk.Operations.Evaluate(instance);
    }

    /// <summary>The arguments by the parameters that they are for.</summary>
    public List<Value> ByParameter(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new List<Value>(arguments.Length);
        for (int i = 0; i < arguments.Length; i++)
            values.Add(Value.Unknown.Instance);
        foreach (IArgumentOperation argument in arguments)
        {
            int ordinal = argument.Parameter?.Ordinal ?? 0;

            // Not None rather than a list of kinds: newer compilers know kinds of reference that this one has no name for.
            Value value = argument.Parameter is { RefKind: not RefKind.None }
                ? _walk.Operations.AddressOf(argument.Value)
                : _walk.Operations.Evaluate(argument.Value);
            if (ordinal < values.Count)
                values[ordinal] = value;
        }

        return values;
    }

    /// <summary>What counts is the memory that it refers to, not where it lies.</summary>
    private static bool IsView(ITypeSymbol type) => type.IsRefLikeType || LibraryTypes.Views.Contains(type);

    /// <summary>A struct from a library whose members only read it, all of it.</summary>
    private bool IsUnchangedByCalls(ITypeSymbol type) => type is INamedTypeSymbol named && !_walk.Context.IsInSource(type) &&
        (named.IsReadOnly || WideValues.IsWide(named));
}
