using System;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>
/// Concurrent collections are a location that holds an immutable content: changing it is an atomic read-modify-write that releases and acquires but is no full
/// fence, for no document promises one; looking at it is an acquire load, and may see what was there before.
/// </summary>
internal static class SnapshotOperations
{
    public static Snapshot<TContent> StateOf<TCollection, TContent>(TCollection collection, Func<TCollection, TContent> begin)
        where TCollection : class
        where TContent : class =>
        Execution.Ambient!.Objects.StateOf(collection, c => new Snapshot<TContent>(begin(c)));

    public static TContent Look<TContent>(int site, Snapshot<TContent> state)
        where TContent : class =>
        SharedMemory.LoadVolatile(site, state, in state.Content);

    /// <returns>The content before.</returns>
    public static TContent Change<TContent, TOperand>(int site, Snapshot<TContent> state, TOperand operand, Func<TContent, TOperand, TContent> change)
        where TContent : class =>
        SharedMemory.Update(
            site,
            state,
            ref state.Content,
            (Operand: operand, Change: change),
            static (TContent before, (TOperand Operand, Func<TContent, TOperand, TContent> Change) o, out TContent after) =>
            {
                after = o.Change(before, o.Operand);
                return !ReferenceEquals(before, after);
            },
            isFence: false);
}
