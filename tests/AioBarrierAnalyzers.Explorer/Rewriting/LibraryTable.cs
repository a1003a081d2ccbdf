using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using AioBarrierAnalyzers.Explorer.Runtime;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>What the explorer knows of the class library: what it models, and what concerns no other thread. The rest is refused.</summary>
internal static class LibraryTable
{
    private static readonly FrozenDictionary<string, Type> s_models = new Dictionary<string, Type>
    {
        ["System.Threading.Monitor"] = typeof(SimulatedMonitor),
        ["System.Threading.Lock"] = typeof(SimulatedLock),
        ["System.Threading.SemaphoreSlim"] = typeof(SimulatedSemaphoreSlim),
        ["System.Threading.ManualResetEventSlim"] = typeof(SimulatedManualResetEventSlim),
        ["System.Threading.WaitHandle"] = typeof(SimulatedWaitHandle),
        ["System.Threading.EventWaitHandle"] = typeof(SimulatedWaitHandle),
        ["System.Threading.AutoResetEvent"] = typeof(SimulatedWaitHandle),
        ["System.Threading.ManualResetEvent"] = typeof(SimulatedWaitHandle),
        ["System.Threading.Mutex"] = typeof(SimulatedWaitHandle),
        ["System.Threading.CancellationToken"] = typeof(SimulatedCancellationToken),
        ["System.Threading.CancellationTokenSource"] = typeof(SimulatedCancellationTokenSource),
        ["System.Threading.ReaderWriterLockSlim"] = typeof(SimulatedReaderWriterLockSlim),
        ["System.Threading.Tasks.TaskCompletionSource"] = typeof(SimulatedTaskCompletionSource),
        ["System.Threading.Thread"] = typeof(SimulatedThreads),
        ["System.Threading.ThreadPool"] = typeof(SimulatedThreads),
        ["System.Threading.Tasks.Task"] = typeof(SimulatedThreads),
        ["System.Threading.SpinWait"] = typeof(SimulatedThreads),
        ["System.Collections.Concurrent.ConcurrentQueue"] = typeof(SimulatedConcurrentQueue),
        ["System.Collections.Concurrent.ConcurrentStack"] = typeof(SimulatedConcurrentStack),
        ["System.Collections.Concurrent.ConcurrentBag"] = typeof(SimulatedConcurrentBag),
        ["System.Collections.Concurrent.ConcurrentDictionary"] = typeof(SimulatedConcurrentDictionary),
        ["System.Diagnostics.Stopwatch"] = typeof(SimulatedClock),
        ["System.Environment"] = typeof(SimulatedClock),
        ["System.DateTime"] = typeof(SimulatedClock),
        ["System.Runtime.InteropServices.NativeMemory"] = typeof(SimulatedNativeMemory),
        ["System.Runtime.InteropServices.Marshal"] = typeof(SimulatedNativeMemory),
    }.ToFrozenDictionary();

    /// <summary>Members of modelled types that need no model.</summary>
    private static readonly FrozenSet<string> s_harmlessMembers = new[]
    {
        "System.Environment.NewLine", "System.Environment.FailFast", "System.Threading.Tasks.Task.CompletedTask", "System.Threading.Tasks.Task.FromResult",
        "System.Threading.Tasks.TaskCompletionSource.Task", "System.Environment.ProcessorCount", "System.Diagnostics.Stopwatch.Frequency",
        "System.Threading.Thread.Name",
        "System.Threading.Thread.IsBackground", "System.Threading.Thread.Priority", "System.Threading.CancellationToken.None",
        "System.Threading.SpinWait.Reset", "System.Threading.CancellationToken.Equals", "System.Runtime.InteropServices.NativeMemory.Clear",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_harmlessTypes = new[]
    {
        "System.Object", "System.String", "System.Char", "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32",
        "System.UInt32", "System.Int64", "System.UInt64", "System.IntPtr", "System.UIntPtr", "System.Single", "System.Double", "System.Decimal", "System.Math",
        "System.MathF", "System.Convert", "System.BitConverter", "System.Enum", "System.Nullable", "System.ValueTuple", "System.Tuple", "System.TimeSpan",
        "System.DateTime", "System.DateTimeOffset", "System.Numerics.BitOperations", "System.Diagnostics.Debug", "System.Delegate", "System.MulticastDelegate",
        "System.HashCode", "System.GC", "System.Span", "System.ReadOnlySpan", "System.Memory", "System.ReadOnlyMemory", "System.Range", "System.Index",
        "System.Runtime.CompilerServices.Unsafe", "System.Runtime.CompilerServices.RuntimeHelpers", "System.StringComparer", "System.Attribute",
        "System.Collections.Generic.EqualityComparer", "System.Collections.Generic.Comparer", "System.Collections.Generic.KeyValuePair", "System.Linq.Enumerable",
        "System.Threading.CancellationTokenRegistration", "System.IDisposable", "System.Uri", "System.Console", "System.Globalization.CultureInfo", "System.Type",
        "System.ValueType", "System.Guid", "System.ArraySegment", "System.MemoryExtensions", "System.Threading.Timeout", "System.IEquatable", "System.EventArgs",
        "System.Threading.IThreadPoolWorkItem", "System.Version", "System.Threading.Lock.Scope", "AioBarrierAnalyzers.Explorer.Check",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_collections = new[]
    {
        "System.Collections.Generic.List", "System.Collections.Generic.Dictionary", "System.Collections.Generic.Queue", "System.Collections.Generic.Stack",
        "System.Collections.Generic.HashSet", "System.Collections.Generic.LinkedList", "System.Collections.Generic.SortedDictionary", "System.Text.StringBuilder",
        "System.Collections.Generic.SortedSet", "System.Collections.Generic.SortedList", "System.Collections.Generic.PriorityQueue", "System.Collections.BitArray",
        "System.Collections.Generic.IList", "System.Collections.Generic.ICollection", "System.Collections.Generic.IDictionary",
        "System.Collections.Generic.IEnumerable", "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.IReadOnlyCollection",
        "System.Collections.Generic.IReadOnlyDictionary", "System.Collections.Generic.LinkedListNode",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_readingMembers = new[]
    {
        "Count", "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "Peek", "TryPeek", "ToArray", "GetEnumerator", "Keys", "Values", "First", "Last",
        "IndexOf", "Find", "FindIndex", "Exists", "CopyTo", "ToString", "Length", "Equals", "GetHashCode", "BinarySearch", "Capacity", "Next", "Previous", "Value",
        "get_Item", "TrueForAll", "Comparer", "ForEach", "AsReadOnly",
    }.ToFrozenSet();

    /// <summary>The type whose methods model those of a library type; null when there is none.</summary>
    public static Type? ModelOf(ITypeSymbol type) => s_models.GetValueOrDefault(NameOf(type));

    public static bool HasModel(Type model, string member) =>
        model.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(m => m.Name == member);

    public static bool IsCollection(ITypeSymbol? type) => type is not null && s_collections.Contains(NameOf(type));

    /// <summary>Whether a member of a collection leaves it as it is.</summary>
    public static bool IsReading(string member) => s_readingMembers.Contains(member);

    /// <summary>Whether nothing about a member concerns other threads, or order.</summary>
    public static bool IsHarmless(ISymbol member)
    {
        var type = member.ContainingType;
        var name = NameOf(type);
        return s_harmlessMembers.Contains($"{name}.{member.Name}")
            || ((s_harmlessTypes.Contains(name) || name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)) && !HasNamesake(name, member))
            || type.TypeKind == TypeKind.Delegate
            || IsException(type);
    }

    /// <summary>Whether objects of a library type may be made.</summary>
    public static bool MayCreate(ITypeSymbol type) =>
        s_models.ContainsKey(NameOf(type)) || IsCollection(type) || s_harmlessTypes.Contains(NameOf(type))
        || type.TypeKind == TypeKind.Delegate || type.IsTupleType || IsException(type);

    public static string NameOf(ITypeSymbol type)
    {
        var original = type.OriginalDefinition;
        if (original.ContainingType is { } outer) return $"{NameOf(outer)}.{original.Name}";

        return original.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space}.{original.Name}" : original.Name;
    }

    private static bool HasNamesake(string type, ISymbol member) =>
        (type == "System.DateTime" && member.Name is "Now" or "UtcNow" or "Today") || (type == "System.Guid" && member.Name == "NewGuid");

    private static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == nameof(Exception)) return true;
        }

        return false;
    }
}
