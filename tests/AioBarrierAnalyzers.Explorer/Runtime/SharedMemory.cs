using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Reporting;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>
/// What accesses to memory become in a rewritten program. The owner is the object that the location lies in, evaluated once; without one, or while a scenario
/// is set up or checked, the access is what it was.
/// </summary>
public static unsafe class SharedMemory
{
    /// <summary>The owner of what pointers lead to: the address is the offset.</summary>
    public static readonly object Unmanaged = new();

    /// <summary>Evaluates an owner, and keeps it for the rest of the expression.</summary>
    public static T Own<T>(out T copy, T value)
    {
        copy = value;
        return value;
    }

    /// <summary>The owner of a reference that is kept for the rest of the expression.</summary>
    public static object? OwnerOf<T>(out Loc<T> copy, Loc<T> value)
    {
        copy = value;
        return value.Owner;
    }

    public static Loc<T> Ref<T>(object? owner, ref T location) => new(owner, ref location);

    /// <summary>An object was created by the running thread. Until it is stored somewhere nobody else knows it.</summary>
    public static T New<T>(T created)
    {
        if (SimulatedThread.Running is { } thread && created is not null)
        {
            thread.Execution.Memory.Create(thread, created);
        }

        return created;
    }

    public static T Load<T>(int site, object? owner, ref readonly T location) => Load(site, owner, in location, Ordering.Plain, isPoint: true);

    public static T LoadVolatile<T>(int site, object? owner, ref readonly T location) => Load(site, owner, in location, Ordering.Volatile, isPoint: true);

    /// <summary>A field that is stored by the constructor alone: nobody waits for it to change.</summary>
    public static T LoadFixed<T>(int site, object? owner, ref readonly T location) => Load(site, owner, in location, Ordering.Plain, isPoint: false);

    public static T Store<T>(int site, object? owner, ref T location, T value) => Store(site, owner, ref location, value, Ordering.Plain);

    public static T StoreVolatile<T>(int site, object? owner, ref T location, T value) => Store(site, owner, ref location, value, Ordering.Volatile);

    /// <summary>The value of a postfix increment: what was there before.</summary>
    public static T Before<T>(T before, T after) => before;

    /// <summary>The value of a compound assignment: what is there afterwards.</summary>
    public static T After<TBefore, T>(TBefore before, T after) => after;

    /// <summary>Makes a statement of an expression.</summary>
    public static T Just<T>(T value) => value;

    /// <summary>A call, then the stores of what it put out.</summary>
    public static T Then<T, TStored>(T result, TStored stored) => result;

    /// <summary>A load whose value is not used at once.</summary>
    public static Delayed<T> LoadDelayed<T>(int site, object? owner, ref readonly T location)
    {
        var thread = SimulatedThread.Running;
        if (thread is null || owner is null || !thread.Execution.DelaysLoads)
        {
            return Load(site, owner, in location);
        }

        var execution = thread.Execution;
        var key = execution.Memory.OwnerOf(owner);
        if (!key.IsShared || execution.Choose(ChoiceKind.Delay, 2) == 0)
        {
            return Load(site, owner, in location);
        }

        execution.Point(thread);
        var words = Layout<T>.Words;
        var locations = new Location[words.Length];
        var floors = new long[words.Length];
        var start = StartOf(execution, site, owner, in location);
        for (var i = 0; i < words.Length; i++)
        {
            ref var at = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in location)), words[i].Offset);
            locations[i] = words[i].Size == 0
                ? execution.Memory.LocationAt(key, start + words[i].Offset, 0, Unsafe.As<byte, object?>(ref at), site)
                : execution.Memory.LocationAt(key, start + words[i].Offset, words[i].Size, Bits.Read(ref at, words[i].Size), site);
            SimulatedMemory.CompletePending(thread, locations[i]);
            floors[i] = SimulatedMemory.Floor(thread, locations[i]);
            execution.Memory.Note(thread, locations[i], site, isWrite: false, isOrdered: false);
        }

        execution.Trace?.Add(thread, execution.Sites[site], $"{execution.Sites[site].Text} begins", "the load takes its value later");
        return new Delayed<T>(new PendingLoadOf<T>(thread, locations, floors, site));
    }

    /// <summary>A read-modify-write: always on the newest value, and a full fence before and after.</summary>
    /// <param name="site">Where.</param>
    /// <param name="owner">What the location lies in.</param>
    /// <param name="location">The location.</param>
    /// <param name="operand">What the change needs.</param>
    /// <param name="change">The new value, of the old one and the operand; it stores nothing where it says so.</param>
    /// <param name="isFence">False for operations of collections, which order only what goes through them.</param>
    /// <returns>The value before.</returns>
    internal static T Update<T, TOperand>(int site, object? owner, ref T location, TOperand operand, Change<T, TOperand> change, bool isFence = true)
    {
        var thread = SimulatedThread.Running;
        if (thread is null || owner is null)
        {
            // One thread's own, but still a fence.
            if (thread is not null && isFence) thread.Execution.Memory.Fence(thread);

            var before = location;
            if (change(before, operand, out var after)) location = after;
            return before;
        }

        var execution = thread.Execution;
        var memory = execution.Memory;
        var key = memory.OwnerOf(owner);
        var offset = StartOf(execution, site, owner, in location);
        if (!Layout<T>.IsWord)
        {
            throw new UnsupportedConstructException("an atomic operation on more than a word", execution.Sites[site]);
        }

        execution.Point(thread);
        T old;
        T updated;
        bool isStored;
        if (typeof(T).IsValueType)
        {
            var size = Layout<T>.Words[0].Size;
            ref var at = ref Unsafe.As<T, byte>(ref location);
            var stored = Bits.Read(ref at, size);
            var place = memory.LocationAt(key, offset, size, stored, site);
            memory.Adopt(thread, place, stored);
            old = FromBits<T>(memory.BeginUpdate(thread, place, isFence, site));
            isStored = change(old, operand, out updated);
            if (isStored)
            {
                memory.EndUpdate(thread, place, ToBits(updated), isFence, site);
                location = updated;
            }
        }
        else
        {
            ref var at = ref Unsafe.As<T, object?>(ref location);
            var place = memory.LocationAt(key, offset, 0, at, site);
            memory.Adopt(thread, place, at);
            var found = memory.BeginUpdate(thread, place, isFence, site);
            old = Unsafe.As<object?, T>(ref found);
            isStored = change(old, operand, out updated);
            if (isStored)
            {
                memory.EndUpdate(thread, place, (object?)updated, isFence, site);
                location = updated;
            }
        }

        if (!isStored) memory.EndUpdate(thread, isFence);

        if (execution.Trace is { } trace)
        {
            var outcome = isStored ? $" -> {Format.Value(updated)}" : ", stores nothing";
            trace.Add(thread, execution.Sites[site], $"{execution.Sites[site].Text}: {Format.Value(old)}{outcome}");
        }

        return old;
    }

    /// <summary>The elements of an array that a loop goes through.</summary>
    public static IEnumerable<T> Each<T>(int site, T[] array)
    {
        for (var i = 0; i < array.Length; i++)
        {
            yield return Load(site, array, in array[i]);
        }
    }

    public static void Copy<T>(int site, T[] from, T[] to, int length) => Copy(site, from, 0, to, 0, length);

    public static void Copy<T>(int site, T[] from, int fromIndex, T[] to, int toIndex, int length)
    {
        for (var i = 0; i < length; i++)
        {
            Store(site, to, ref to[toIndex + i], Load(site, from, in from[fromIndex + i]));
        }
    }

    public static void Clear<T>(int site, T[] array) => Clear(site, array, 0, array.Length);

    public static void Clear<T>(int site, T[] array, int index, int length)
    {
        for (var i = 0; i < length; i++)
        {
            Store(site, array, ref array[index + i], default!);
        }
    }

    public static void CopyTo<T>(int site, T[] from, T[] to, int index) => Copy(site, from, 0, to, index, from.Length);

    public static T[] Clone<T>(int site, T[] from)
    {
        var to = New(new T[from.Length]);
        Copy(site, from, to, from.Length);
        return to;
    }

    public static void Fill<T>(int site, T[] array, T value) => Fill(site, array, value, 0, array.Length);

    public static void Fill<T>(int site, T[] array, T value, int index, int length)
    {
        for (var i = 0; i < length; i++)
        {
            Store(site, array, ref array[index + i], value);
        }
    }

    public static int IndexOf<T>(int site, T[] array, T value)
    {
        for (var i = 0; i < array.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(Load(site, array, in array[i]), value)) return i;
        }

        return -1;
    }

    public static void AddHandler<T>(int site, object owner, ref T? location, T? handler)
        where T : Delegate =>
        Update(site, owner, ref location, handler, static (T? before, T? added, out T? after) =>
        {
            after = (T?)Delegate.Combine(before, added);
            return true;
        });

    public static void RemoveHandler<T>(int site, object owner, ref T? location, T? handler)
        where T : Delegate =>
        Update(site, owner, ref location, handler, static (T? before, T? removed, out T? after) =>
        {
            after = (T?)Delegate.Remove(before, removed);
            return true;
        });

    /// <summary>The offset of a location in its owner.</summary>
    private static nint StartOf<T>(Execution execution, int site, object owner, ref readonly T location)
    {
        var start = OffsetIn(owner, in location);
        if (owner == Unmanaged && execution.Unmanaged.IsFreed(start))
        {
            execution.Fail(FailureKind.FreedMemory, $"{execution.Sites[site].Text} (line {execution.Sites[site].Line}) is in memory that was freed.");
        }

        return start;
    }

    internal static nint OffsetIn<T>(object owner, ref readonly T location)
    {
#pragma warning disable CS8500 // The address of unmanaged memory; of objects only distances are used.
        return owner == Unmanaged
            ? (nint)Unsafe.AsPointer(ref Unsafe.AsRef(in location))
            : Unsafe.ByteOffset(ref Unsafe.As<Raw>(owner).First, ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in location)));
#pragma warning restore CS8500
    }

    private static T Load<T>(int site, object? owner, ref readonly T location, Ordering ordering, bool isPoint)
    {
        var thread = SimulatedThread.Running;
        if (thread is null || owner is null) return location;

        var execution = thread.Execution;
        var memory = execution.Memory;
        var key = memory.OwnerOf(owner);
        if (!isPoint && !key.IsCreatedWhileRunning && key.PublishedTo(thread.Id) is null) return location;

        var start = StartOf(execution, site, owner, in location);
        T result = default!;
        foreach (var word in Layout<T>.Words)
        {
            if (isPoint && key.IsShared) execution.Point(thread);

            ref var from = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in location)), word.Offset);
            ref var to = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref result), word.Offset);
            if (word.Size == 0)
            {
                var place = memory.LocationAt(key, start + word.Offset, 0, Unsafe.As<byte, object?>(ref from), site);
                memory.Adopt(thread, place, Unsafe.As<byte, object?>(ref from));
                var message = memory.Load(thread, place, ordering, site);
                Unsafe.As<byte, object?>(ref to) = message.Value;
                if (execution.Trace is { } trace)
                {
                    var note = message == place.Newest ? null : Stale(execution, Format.Value(place.Newest.Value), place.Newest.Thread, place.Newest.Site);
                    Tell(trace, thread, site, word.Name, Format.Value(message.Value), note);
                }
            }
            else
            {
                var stored = Bits.Read(ref from, word.Size);
                var place = memory.LocationAt(key, start + word.Offset, word.Size, stored, site);
                memory.Adopt(thread, place, stored);
                var message = memory.Load(thread, place, ordering, site);
                Bits.Write(ref to, word.Size, message.Value);
                if (execution.Trace is { } trace)
                {
                    var newest = place.Newest;
                    var note = message == newest ? null : Stale(execution, Format.Bits(newest.Value, word.Type), newest.Thread, newest.Site);
                    Tell(trace, thread, site, word.Name, Format.Bits(message.Value, word.Type), note);
                }
            }
        }

        return result;
    }

    private static T Store<T>(int site, object? owner, ref T location, T value, Ordering ordering)
    {
        var thread = SimulatedThread.Running;
        if (thread is null || owner is null) return location = value;

        var execution = thread.Execution;
        var memory = execution.Memory;
        var key = memory.OwnerOf(owner);
        var start = StartOf(execution, site, owner, in location);
        foreach (var word in Layout<T>.Words)
        {
            if (key.IsShared) execution.Point(thread);

            ref var to = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref location), word.Offset);
            ref var from = ref Unsafe.Add(ref Unsafe.As<T, byte>(ref value), word.Offset);
            bool isNewest;
            if (word.Size == 0)
            {
                ref var slot = ref Unsafe.As<byte, object?>(ref to);
                var reference = Unsafe.As<byte, object?>(ref from);
                var place = memory.LocationAt(key, start + word.Offset, 0, slot, site);
                memory.Adopt(thread, place, slot);
                memory.Store(thread, place, reference, ordering, site, out isNewest);
                if (isNewest) slot = reference;
            }
            else
            {
                var before = Bits.Read(ref to, word.Size);
                var place = memory.LocationAt(key, start + word.Offset, word.Size, before, site);
                memory.Adopt(thread, place, before);
                var bits = Bits.Read(ref from, word.Size);
                memory.Store(thread, place, bits, ordering, site, out isNewest);
                if (isNewest) Bits.Write(ref to, word.Size, bits);
            }

            if (execution.Trace is { } trace)
            {
                var stored = word.Size == 0 ? Format.Value(Unsafe.As<byte, object?>(ref from)) : Format.Bits(Bits.Read(ref from, word.Size), word.Type);
                var note = isNewest ? null : "comes before a store that was executed sooner";
                trace.Add(thread, execution.Sites[site], $"{execution.Sites[site].Text}{word.Name} = {stored}", note);
            }
        }

        return value;
    }

    private static void Tell(Trace trace, SimulatedThread thread, int site, string word, string value, string? note) =>
        trace.Add(thread, thread.Execution.Sites[site], $"{thread.Execution.Sites[site].Text}{word} -> {value}", note);

    private static string Stale(Execution execution, string newest, int thread, int site) =>
        $"stale: the newest is {newest}" + (site < 0 ? "" : $", {execution.Threads[thread].Name} line {execution.Sites[site].Line}");

    private static ulong ToBits<T>(T value) => Bits.Read(ref Unsafe.As<T, byte>(ref value), Layout<T>.Words[0].Size);

    private static T FromBits<T>(ulong bits) => Unsafe.As<ulong, T>(ref bits);

    /// <summary>The start of an object.</summary>
    private sealed class Raw
    {
#pragma warning disable CS0649 // Objects of other types are looked at through it.
        public byte First;
#pragma warning restore CS0649
    }
}
