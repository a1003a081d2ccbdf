using System.Linq;
using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: the mutable collections of the base library that are not thread-safe, by concrete type. Interfaces are not admitted: what is behind one may be
/// thread-safe. The members' names mean the same on all of them, so there is one list of names: a member adds, takes, looks or clears, all of it plain. Growing
/// and sorting count as adding, for they write.
/// </summary>
internal static class CollectionMembers
{
    private const string Generic = "System.Collections.Generic";
    private const string Untyped = "System.Collections";

    private static readonly string[] Adders =
    {
        "Add", "AddAfter", "AddBefore", "AddFirst", "AddLast", "AddRange", "And", "Enqueue", "EnqueueRange", "EnqueueDequeue", "EnsureCapacity", "Insert",
        "InsertRange", "LeftShift", "Not", "Or", "Push", "Reverse", "RightShift", "Set", "SetAll", "SetAt", "SetByIndex", "SetRange", "SetValueAtIndex",
        "Sort", "SymmetricExceptWith", "TrimExcess", "TrimToSize", "TryAdd", "UnionWith", "Xor", "set_Capacity", "set_Item", "set_Length",
    };

    private static readonly string[] Takers =
    {
        "Dequeue", "DequeueEnqueue", "ExceptWith", "IntersectWith", "Pop", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange",
        "RemoveWhere", "TryDequeue", "TryPop",
    };

    private static readonly string[] Lookers =
    {
        "AsReadOnly",
        "BinarySearch", "Clone", "Contains", "ContainsKey", "ContainsValue", "ConvertAll", "CopyTo", "Exists", "Find", "FindAll", "FindIndex", "FindLast",
        "FindLastIndex", "ForEach", "Get", "GetAt", "GetByIndex", "GetEnumerator", "GetKey", "GetKeyAtIndex", "GetRange", "GetValueAtIndex",
        "GetViewBetween", "HasAllSet", "HasAnySet", "IndexOf", "IndexOfKey", "IndexOfValue", "IsProperSubsetOf", "IsProperSupersetOf", "IsSubsetOf",
        "IsSupersetOf", "LastIndexOf", "Overlaps", "Peek", "SetEquals", "Slice", "ToArray", "TrueForAll", "TryGetValue", "TryPeek", "get_Capacity", "get_Count",
        "get_First", "get_Item", "get_Keys", "get_Last", "get_Length", "get_Max", "get_Min", "get_UnorderedItems", "get_Values",
    };

    /// <summary>
    /// "Thread safe for use by multiple reader threads and a single writing thread" (the class's own page): to find a key needs no lock there.
    /// </summary>
    private static readonly string[] SafeInHashtable = { "Contains", "ContainsKey", "get_Item" };

    internal static readonly TypeRow[] Rows =
        new[]
        {
            "Dictionary`2", "HashSet`1", "LinkedList`1", "List`1", "OrderedDictionary`2", "PriorityQueue`2", "Queue`1", "SortedDictionary`2", "SortedList`2",
            "SortedSet`1", "Stack`1",
        }.Select(n => Collection(Generic, n))
        .Concat(new[] { "ArrayList", "BitArray", "Queue", "SortedList", "Stack" }.Select(n => Collection(Untyped, n)))
        .Append(Collection(Untyped, "Hashtable", SafeInHashtable))
        .ToArray();

    /// <summary>These collections.</summary>
    internal static readonly TypeSet Types = new(Rows.Select(static r => (r.Namespace, r.Name)).ToArray());

    /// <summary>A collection, but for the lookups that may run beside a writer.</summary>
    private static TypeRow Collection(string space, string name, params string[] safe) =>
        new(space, name,
            Adders.Select(m => Row(m, MemberRole.CollectionAdd, MemoryAction.PlainStore))
                .Concat(Takers.Select(m => Row(m, MemberRole.CollectionTake, MemoryAction.PlainStore)))
                .Concat(Lookers.Select(m => safe.Contains(m) ? new MemberRow(m, Effects.Pure) : Row(m, MemberRole.CollectionLook, MemoryAction.PlainLoad)))
                .Append(Row("Clear", MemberRole.CollectionClear, MemoryAction.PlainStore))
                .Append(Constructors.OfCollection)
                .ToArray());

    private static MemberRow Row(string member, MemberRole role, MemoryAction action)
    {
        var effect = new MemberEffect(role, action)
        {
            LocationParameter = MemberEffect.Receiver,
            Result = member.StartsWith("Try", System.StringComparison.Ordinal) ? AtomicResult.Success : AtomicResult.None,
        };
        return new MemberRow(member, effect);
    }
}
