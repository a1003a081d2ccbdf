using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>ConcurrentQueue.</summary>
public static class SimulatedConcurrentQueue
{
    public static void Enqueue<T>(int site, ConcurrentQueue<T> key, T item) =>
        SnapshotOperations.Change(site, StateOf(key), item, static (content, added) => content.Add(added));

    public static bool TryDequeue<T>(int site, ConcurrentQueue<T> key, [MaybeNullWhen(false)] out T item)
    {
        item = default;
        var state = StateOf(key);
        if (SnapshotOperations.Look(site, state).IsEmpty) return false;

        var before = SnapshotOperations.Change(site, state, 0, static (content, _) => content.IsEmpty ? content : content.RemoveAt(0));
        if (before.IsEmpty) return false;

        item = before[0];
        return true;
    }

    public static bool TryPeek<T>(int site, ConcurrentQueue<T> key, [MaybeNullWhen(false)] out T item)
    {
        var content = SnapshotOperations.Look(site, StateOf(key));
        item = content.FirstOrDefault();
        return !content.IsEmpty;
    }

    public static bool get_IsEmpty<T>(int site, ConcurrentQueue<T> key) => SnapshotOperations.Look(site, StateOf(key)).IsEmpty;

    public static int get_Count<T>(int site, ConcurrentQueue<T> key) => SnapshotOperations.Look(site, StateOf(key)).Count;

    public static T[] ToArray<T>(int site, ConcurrentQueue<T> key) => [.. SnapshotOperations.Look(site, StateOf(key))];

    public static void Clear<T>(int site, ConcurrentQueue<T> key) => SnapshotOperations.Change(site, StateOf(key), 0, static (content, _) => content.Clear());

    private static Snapshot<ImmutableList<T>> StateOf<T>(ConcurrentQueue<T> key) => SnapshotOperations.StateOf(key, static k => ImmutableList.CreateRange(k));
}
