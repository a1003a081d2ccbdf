using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: calls that copy a sequence by its count. They ask a collection how many items it has, make room for so many, and then have it copy itself there
/// (<c>ICollection&lt;T&gt;.Count</c> and <c>CopyTo</c>). Of the thread-safe collections only the dictionary is one that they ask: it throws where the room has
/// become too small, and leaves empty what has become too large ("the number of elements in the source is greater than the available space", documentation of
/// its CopyTo). What a test of this table sees each of them do is that.
/// </summary>
internal static class CountedCopies
{
    private static readonly TypeSet Makers = new(
        ("System.Collections.Generic", "List`1"), ("System.Collections.Generic", "Queue`1"), ("System.Collections.Generic", "Stack`1"));

    private static readonly TypeSet Lists = new(("System.Collections.Generic", "List`1"));

    private static readonly TypeSet Counted = new(("System.Collections.Concurrent", "ConcurrentDictionary`2"));

    private static readonly HashSet<string> OfQueries = new()
    {
        "Order", "OrderBy", "OrderByDescending", "OrderDescending", "Reverse", "ToArray", "ToList",
    };

    private static readonly HashSet<string> OfLists = new() { "AddRange", "InsertRange" };

    /// <summary>A thread-safe collection that such calls ask for its count.</summary>
    public static bool IsCounted(ITypeSymbol? type) => Counted.Contains(type);

    /// <summary>The thread-safe dictionary that a call copies by its count; null where it copies none.</summary>
    public static IOperation? SourceOf(IOperation call)
    {
        (IMethodSymbol? method, IReadOnlyList<IArgumentOperation>? arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
            _ => default((IMethodSymbol?, IReadOnlyList<IArgumentOperation>?)),
        };
        if (method is null || !Contain(method))
            return null;
        foreach (IArgumentOperation argument in arguments!)
        {
            IOperation value = argument.Value;
            while (value is IConversionOperation { OperatorMethod: null } conversion)
                value = conversion.Operand;
            if (IsCounted(value.Type))
                return value;
        }

        return null;
    }

    /// <summary>Whether the method, or constructor, makes such a copy of one of its arguments.</summary>
    public static bool Contain(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? method.Parameters.Length == 1 && Makers.Contains(method.ContainingType)
        : (OfQueries.Contains(method.Name) && LibraryTypes.Queries.Contains(method.ContainingType)) ||
            (OfLists.Contains(method.Name) && Lists.Contains(method.ContainingType));
}
