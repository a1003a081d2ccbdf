using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.Interlocked, and Thread.MemoryBarrier: full fences all, a compare-exchange that fails too.</summary>
public static class SimulatedInterlocked
{
    public static T Exchange<T>(int site, object? owner, ref T location, T value) =>
        SharedMemory.Update(site, owner, ref location, value, static (T before, T operand, out T after) => Stored(out after, operand));

    public static T CompareExchange<T>(int site, object? owner, ref T location, T value, T comparand) => SharedMemory.Update(
        site,
        owner,
        ref location,
        (Value: value, Comparand: comparand),
        static (T before, (T Value, T Comparand) operand, out T after) => Stored(out after, operand.Value) && Same(before, operand.Comparand));

    public static long Read(int site, object? owner, ref readonly long location) => CompareExchange<long>(site, owner, ref Unsafe.AsRef(in location), 0, 0);

    public static ulong Read(int site, object? owner, ref readonly ulong location) => CompareExchange<ulong>(site, owner, ref Unsafe.AsRef(in location), 0, 0);

    public static int Increment(int site, object? owner, ref int location) => Add(site, owner, ref location, 1);

    public static int Decrement(int site, object? owner, ref int location) => unchecked(Add(site, owner, ref location, -1));

    public static int Add(int site, object? owner, ref int location, int value) => unchecked(
        SharedMemory.Update(site, owner, ref location, value, Sum) + value);

    private static bool Sum(int before, int operand, out int after) => Stored(out after, unchecked(before + operand));

    public static int And(int site, object? owner, ref int location, int value) =>
        SharedMemory.Update(site, owner, ref location, value, static (int before, int operand, out int after) => Stored(out after, before & operand));

    public static int Or(int site, object? owner, ref int location, int value) =>
        SharedMemory.Update(site, owner, ref location, value, static (int before, int operand, out int after) => Stored(out after, before | operand));

    public static uint Increment(int site, object? owner, ref uint location) => Add(site, owner, ref location, 1);

    public static uint Decrement(int site, object? owner, ref uint location) => unchecked(Add(site, owner, ref location, uint.MaxValue));

    public static uint Add(int site, object? owner, ref uint location, uint value) => unchecked(
        SharedMemory.Update(site, owner, ref location, value, Sum) + value);

    private static bool Sum(uint before, uint operand, out uint after) => Stored(out after, unchecked(before + operand));

    public static uint And(int site, object? owner, ref uint location, uint value) =>
        SharedMemory.Update(site, owner, ref location, value, static (uint before, uint operand, out uint after) => Stored(out after, before & operand));

    public static uint Or(int site, object? owner, ref uint location, uint value) =>
        SharedMemory.Update(site, owner, ref location, value, static (uint before, uint operand, out uint after) => Stored(out after, before | operand));

    public static long Increment(int site, object? owner, ref long location) => Add(site, owner, ref location, 1);

    public static long Decrement(int site, object? owner, ref long location) => unchecked(Add(site, owner, ref location, -1));

    public static long Add(int site, object? owner, ref long location, long value) => unchecked(
        SharedMemory.Update(site, owner, ref location, value, Sum) + value);

    private static bool Sum(long before, long operand, out long after) => Stored(out after, unchecked(before + operand));

    public static long And(int site, object? owner, ref long location, long value) =>
        SharedMemory.Update(site, owner, ref location, value, static (long before, long operand, out long after) => Stored(out after, before & operand));

    public static long Or(int site, object? owner, ref long location, long value) =>
        SharedMemory.Update(site, owner, ref location, value, static (long before, long operand, out long after) => Stored(out after, before | operand));

    public static ulong Increment(int site, object? owner, ref ulong location) => Add(site, owner, ref location, 1);

    public static ulong Decrement(int site, object? owner, ref ulong location) => unchecked(Add(site, owner, ref location, ulong.MaxValue));

    public static ulong Add(int site, object? owner, ref ulong location, ulong value) => unchecked(
        SharedMemory.Update(site, owner, ref location, value, Sum) + value);

    private static bool Sum(ulong before, ulong operand, out ulong after) => Stored(out after, unchecked(before + operand));

    public static ulong And(int site, object? owner, ref ulong location, ulong value) =>
        SharedMemory.Update(site, owner, ref location, value, static (ulong before, ulong operand, out ulong after) => Stored(out after, before & operand));

    public static ulong Or(int site, object? owner, ref ulong location, ulong value) =>
        SharedMemory.Update(site, owner, ref location, value, static (ulong before, ulong operand, out ulong after) => Stored(out after, before | operand));

    public static void MemoryBarrier(int site)
    {
        if (SimulatedThread.Running is not { } thread) return;

        thread.Execution.Point(thread);
        thread.Execution.Memory.Fence(thread);
        thread.Execution.Trace?.Add(thread, thread.Execution.Sites[site], "full fence");
    }

    public static void MemoryBarrierProcessWide(int site)
    {
        if (SimulatedThread.Running is not { } thread) return;

        thread.Execution.Point(thread);
        thread.Execution.Memory.FenceAll(thread);
        thread.Execution.Trace?.Add(thread, thread.Execution.Sites[site], "full fence in all threads");
    }

    private static bool Stored<T>(out T after, T value)
    {
        after = value;
        return true;
    }

    private static bool Same<T>(T left, T right) =>
        typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(left, right) : ReferenceEquals(left, right);
}
