using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Members whose result is read from the collection only while somebody goes through it: views, enumerators, and queries, which run each time they are asked
/// ("deferred execution", the documentation of Enumerable).
/// </summary>
internal static class LiveViews
{
    private static readonly HashSet<string> OfCollections = new()
    {
        "AsReadOnly", "GetEnumerator", "GetViewBetween", "get_Keys", "get_UnorderedItems", "get_Values",
    };

    private static readonly HashSet<string> OfQueries = new()
    {
        "Append", "AsEnumerable", "Cast", "Chunk", "Concat", "DefaultIfEmpty", "Distinct", "DistinctBy", "Except", "ExceptBy", "GroupBy", "GroupJoin",
        "Intersect",
        "Join", "OfType", "Order", "OrderBy", "OrderByDescending", "Prepend", "Reverse", "Select", "SelectMany", "Skip", "SkipLast", "SkipWhile", "Take",
        "TakeLast", "TakeWhile", "ThenBy", "ThenByDescending", "Union", "UnionBy", "Where", "Zip",
    };

    /// <summary>Whether an operation gives such a result.</summary>
    internal static bool IsMadeBy(IOperation operation) => operation switch
    {
        IInvocationOperation call => Gives(call.TargetMethod),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } => Gives(getter),
        _ => false,
    };

    /// <summary>Whether a member of this name may give such a result, as far as names tell.</summary>
    internal static bool MayBeGivenBy(string member) => OfCollections.Contains("get_" + member) || OfCollections.Contains(member) || OfQueries.Contains(member);

    private static bool Gives(IMethodSymbol member) => CollectionMembers.Types.Contains(member.ContainingType)
        ? OfCollections.Contains(member.Name)
        : LibraryTypes.Queries.Contains(member.ContainingType) && OfQueries.Contains(member.Name);
}
