using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// The loops of <c>foreach</c> over arrays. The compiler's graph has them go by the untyped interfaces of collections; what they read are the elements, though
/// the item goes on by the enumerator that gives it.
/// </summary>
internal sealed class ArrayLoops
{
    private Dictionary<Value, Value>? _arrays;

    /// <summary>The call that begins such a loop.</summary>
    public static bool Begins(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "GetEnumerator", ContainingType.SpecialType: SpecialType.System_Collections_IEnumerable } } &&
        (call.Instance is IConversionOperation conversion ? conversion.Operand : call.Instance)?.Type is IArrayTypeSymbol;

    /// <summary>Notes what the enumerators that a call gives go through.</summary>
    public void Note(WalkExits exits, Value array)
    {
        for (int i = 0; i < exits.Count; i++)
        {
            if (exits[i].Value is Value.Derived enumerator)
                (_arrays ??= new Dictionary<Value, Value>())[enumerator] = array;
        }
    }

    /// <summary>The element that the loop has come to; null where the property is another one, or the enumerator that of no array.</summary>
    public AccessPath? ElementOf(IPropertyReferenceOperation property, Value enumerator) =>
        property.Property is { Name: "Current", ContainingType.SpecialType: SpecialType.System_Collections_IEnumerator } &&
        _arrays is not null && _arrays.TryGetValue(enumerator, out Value? array)
            ? PathFactory.Element(array, new Value.Derived(varies: true, isChoice: false, enumerator))
            : null;
}
