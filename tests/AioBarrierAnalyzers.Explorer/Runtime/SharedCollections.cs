using System.Collections.Generic;
using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>
/// Collections that are not made for several threads. Each call is one step on the real collection; two that are not ordered by happens-before, and of which one
/// changes it, are an error of their own, for nothing is known of the collection from there on.
/// </summary>
public static class SharedCollections
{
    public static T Reads<T>(int site, T collection) => Access(site, collection, isWrite: false);

    public static T Writes<T>(int site, T collection) => Access(site, collection, isWrite: true);

    private static T Access<T>(int site, T collection, bool isWrite)
    {
        if (collection is null || SimulatedThread.Running is not { } thread) return collection;

        var execution = thread.Execution;
        var owner = execution.Memory.OwnerOf(collection);
        if (owner.IsShared) execution.Point(thread);

        var content = execution.Memory.LocationAt(owner, -1, 0, (object?)null, -1);
        content.Accesses ??= new AccessHistory();
        thread.Memory.LoadsSeen = (thread.Memory.LoadsSeen * 31) + 3;
        execution.Memory.Note(thread, content, site, isWrite, isOrdered: false);
        if (isWrite) execution.Memory.NoteChange();

        execution.Trace?.Add(thread, execution.Sites[site], execution.Sites[site].Text);
        return collection;
    }
}
