using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>What members give that give memory another name: spans, references, pointers.</summary>
internal static class AliasEffects
{
    public static Value Of(KnownCall call)
    {
        List<Value> arguments = call.Arguments;
        Value? of = call.Location ?? call.Receiver ?? (arguments.Count > 0 ? arguments[0] : null);
        Value? index = arguments.Count > 0 && !ReferenceEquals(arguments[arguments.Count - 1], of) ? arguments[arguments.Count - 1] : null;
        if (of is Value.Address { Path.Step: LocationKind.Pointee } || (of is not null && IsPointer(of)))
            return OfPointer(of, call);
        return of switch
        {
            Value.Address address => index is null
                ? address
                : new Value.Address(new AccessPath(address.Path.Base, address.Path.Step, address.Path.Symbol, index, address.Path.Location)),
            Value.Held { Path.Location.ThroughPointer: true } or Value.Loaded { Event.Location.ThroughPointer: true } =>
                new Value.Address(PathFactory.Pointee(of, index)),
            Value.Held or Value.Loaded { IsExact: true } or Value.Given => new Value.Address(PathFactory.Element(of, index)),
            _ => Value.Unknown.Instance,
        };
    }

    public static bool IsPointer(Value value) => value switch
    {
        Value.Held held => held.Path.Symbol is IFieldSymbol { Type: IPointerTypeSymbol },
        Value.Loaded { IsExact: true } loaded => loaded.Event.Operation.Type is IPointerTypeSymbol,
        Value.Given given => given.Symbol is IParameterSymbol { Type: IPointerTypeSymbol },
        _ => false,
    };

    /// <summary>The offset is the argument behind the pointer; a span may also end earlier, and what is left says how far its elements reach.</summary>
    private static Value OfPointer(Value of, KnownCall call)
    {
        List<Value> others = call.Arguments.Where(a => !ReferenceEquals(a, of)).ToList();
        Value? all = others.Count > 0 ? new Value.Derived(varies: false, isChoice: false, others.ToArray()) : null;
        if (call.Effect.Is(MemberTraits.Range) || all is null)
            return new Value.Address(PathFactory.Moved(of, all, 1));
        IMethodSymbol method = call.Method;
        ITypeSymbol? element = method.TypeArguments.Length > 0 ? method.TypeArguments[method.TypeArguments.Length - 1]
            : method.ContainingType.TypeArguments.FirstOrDefault();
        Value by = others.Count == 1 ? others[0]
            : new Value.Derived(varies: false, isChoice: false, others.ToArray()) { Addend = PointerOffsets.AddendOf(others[0]) };
        if (call.Effect.Is(MemberTraits.Backwards))
            by = Conditions.AsNumber(by) is { } back ? new Value.Constant(-back) : new Value.Derived(varies: false, isChoice: false, by);
        return new Value.Address(PathFactory.Moved(of, by, call.Effect.Is(MemberTraits.Bytes) ? 1 : PointerOffsets.SizeOf(element)));
    }
}
