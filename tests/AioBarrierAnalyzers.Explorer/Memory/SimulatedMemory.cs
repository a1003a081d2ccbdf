using System;
using System.Collections.Generic;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>
/// The memory of one execution: histories of messages and views, after view-based presentations of RC11 (Lahav and others, "Repairing Sequential Consistency
/// in C/C++11", PLDI 2017; Kang and others, "A Promising Semantics for Relaxed-Memory Concurrency", POPL 2017, without promises) with what .NET adds to it.
/// </summary>
/// <remarks>The storage of the program always has the newest value of each location, so that code that is not rewritten sees sequential consistency.</remarks>
internal sealed class SimulatedMemory
{
    private readonly Execution _execution;
    private readonly Dictionary<object, Owner> _owners = new(ReferenceEqualityComparer.Instance);
    private readonly View _fences = new();
    private int _nextLocation;

    public SimulatedMemory(Execution execution)
    {
        _execution = execution;
    }

    /// <summary>How many stores there were: a loop that changes nothing and sees nothing change makes no progress.</summary>
    public long Changes { get; private set; }

    public void NoteChange() => Changes++;

    public Owner OwnerOf(object key)
    {
        if (!_owners.TryGetValue(key, out var owner))
        {
            _owners.Add(key, owner = new Owner(-1, -1) { IsShared = true });
        }

        return owner;
    }

    /// <summary>An object is complete, or as far as its initializers: from now on its creator knows their values.</summary>
    public void Create(SimulatedThread thread, object key)
    {
        if (!_owners.ContainsKey(key))
        {
            var creation = _nextLocation++;
            _owners.Add(key, new Owner(creation, thread.Id));
            thread.Memory.Current.Raise(creation, 1);
        }
    }

    /// <summary>Another thread may come by the reference now.</summary>
    public void Share(object? value)
    {
        if (value is not null && _owners.TryGetValue(value, out var owner))
        {
            owner.IsShared = true;
        }
    }

    public void ShareAll()
    {
        foreach (var owner in _owners.Values)
        {
            owner.IsShared = true;
        }
    }

    public LocationOf<T> LocationAt<T>(Owner owner, nint offset, int size, T stored, int site)
    {
        if (owner.Find(offset) is { } found)
        {
            if (found is LocationOf<T> location && found.Size == size)
            {
                return location;
            }

            throw new UnsupportedConstructException("memory that is used with two sizes", _execution.Sites[site]);
        }

        var created = new LocationOf<T>(_nextLocation++, owner, size, stored);
        owner.Add(offset, created);
        if (_execution.IsRaceChecked(site))
        {
            created.Accesses = new AccessHistory();
        }

        return created;
    }

    /// <summary>Code that is not rewritten (a span, a library method) has stored here: that is a store that everybody is told of.</summary>
    public void Adopt<T>(SimulatedThread thread, LocationOf<T> location, T stored)
    {
        if (LocationOf<T>.Same(location.Newest.Value, stored)) return;

        var time = location.NextTime;
        thread.Memory.Current.Raise(location.Id, time);
        location.Insert(new Message<T>(stored, time) { Thread = thread.Id, Released = thread.Memory.Current.Snapshot() });
    }

    public Message<T> Load<T>(SimulatedThread thread, LocationOf<T> location, Ordering ordering, int site)
    {
        CompletePending(thread, location);
        var message = Choose(location, Floor(thread, location));
        Note(thread, location, site, isWrite: false, ordering != Ordering.Plain);
        Learn(thread, location, message, ordering != Ordering.Plain);
        return message;
    }

    /// <summary>The value of a load that began when the floor was what is given, and is taken now.</summary>
    public Message<T> LoadLate<T>(SimulatedThread thread, LocationOf<T> location, long floor)
    {
        var message = Choose(location, floor);
        Learn(thread, location, message, isAcquire: false);
        return message;
    }

    public void Store<T>(SimulatedThread thread, LocationOf<T> location, T value, Ordering ordering, int site, out bool isNewest)
    {
        if (ordering == Ordering.Volatile) CompletePending(thread, null);
        else CompletePending(thread, location);

        var memory = thread.Memory;
        var isRelease = ordering == Ordering.Volatile;
        var released = isRelease ? memory.Current.Snapshot() : memory.ReleasedWith(location.Id);
        if (isRelease) released!.JoinTimes(memory.Overwritten);

        var floor = Math.Max(Floor(thread, location), Math.Max(memory.Placement[location.Id], isRelease ? memory.Overwritten[location.Id] : 0));

        // A fence behind a newer store has seen all that is visible before that store, and what is released with this one would have to be.
        var settled = released is not null && !_fences.IncludesTimes(released) ? _fences[location.Id] : 0;
        var places = location.CountOlderPlaces(floor, settled);
        var place = places == 0 ? 0 : _execution.Choose(ChoiceKind.Stale, places + 1);
        isNewest = place == 0;
        var time = isNewest ? location.NextTime : location.OlderTime(place);

        Note(thread, location, site, isWrite: true, isRelease);
        memory.Current.Raise(location.Id, time);
        if (isRelease)
        {
            released = memory.Current.Snapshot();
            released.JoinTimes(memory.Overwritten);
            memory.ReleaseAt(location.Id, released);
        }

        Overwrite(memory, location, time, released);
        location.Insert(new Message<T>(value, time)
        {
            Released = released,
            Published = PublishedWith(memory, value),
            Thread = thread.Id,
            Site = site,
        });
        Changes++;
    }

    /// <summary>A read-modify-write, first half: a full fence, then the newest value. The caller goes on at once, with one of the two second halves.</summary>
    public T BeginUpdate<T>(SimulatedThread thread, LocationOf<T> location, bool isFence, int site)
    {
        CompletePending(thread, null);
        if (isFence) Fence(thread);
        var message = location.Newest;
        Note(thread, location, site, isWrite: true, isOrdered: true);
        Learn(thread, location, message, isAcquire: true);
        return message.Value;
    }

    /// <summary>The second half of a read-modify-write that stores nothing: still a full fence.</summary>
    public void EndUpdate(SimulatedThread thread, bool isFence)
    {
        if (isFence) Fence(thread);
    }

    public void EndUpdate<T>(SimulatedThread thread, LocationOf<T> location, T value, bool isFence, int site)
    {
        var memory = thread.Memory;
        var time = location.NextTime;
        memory.Current.Raise(location.Id, time);
        var released = memory.Current.Snapshot();
        memory.ReleaseAt(location.Id, released);
        location.Insert(new Message<T>(value, time)
        {
            Released = released,
            Published = PublishedWith(memory, value),
            IsUpdate = true,
            Thread = thread.Id,
            Site = site,
        });
        Changes++;
        if (isFence) Fence(thread);
    }

    public void Fence(SimulatedThread thread)
    {
        CompletePending(thread, null);
        var memory = thread.Memory;
        memory.Current.Join(memory.Acquired);
        memory.Current.JoinTimes(memory.Overwritten);
        memory.Current.JoinTimes(_fences);
        _fences.JoinTimes(memory.Current);
        memory.Released = memory.Current.Snapshot();
    }

    /// <summary>Volatile.ReadBarrier: all loads before are ordered before what follows.</summary>
    public static void AcquireFence(SimulatedThread thread)
    {
        CompletePending(thread, null);
        thread.Memory.Current.Join(thread.Memory.Acquired);
    }

    /// <summary>Volatile.WriteBarrier: all before is ordered before the stores that follow.</summary>
    public static void ReleaseFence(SimulatedThread thread)
    {
        CompletePending(thread, null);
        var memory = thread.Memory;
        memory.Placement.JoinTimes(memory.Overwritten);
        memory.Released = memory.Current.Snapshot();
        memory.Released.JoinTimes(memory.Overwritten);
    }

    /// <summary>Interlocked.MemoryBarrierProcessWide: a full fence here, and one in every other thread where it happens to be.</summary>
    public void FenceAll(SimulatedThread thread)
    {
        Fence(thread);
        foreach (var other in _execution.Threads)
        {
            Fence(other);
        }

        Fence(thread);
    }

    /// <summary>A lock, semaphore or event is released: the view goes into what it holds.</summary>
    public void Release(SimulatedThread thread, View into)
    {
        CompletePending(thread, null);
        thread.Memory.Current.Tick(thread.Id);
        into.Join(thread.Memory.Current);
        Changes++;
    }

    public static void Acquire(SimulatedThread thread, View from) => thread.Memory.Current.Join(from);

    /// <summary>The oldest message that the thread may read.</summary>
    public static long Floor(SimulatedThread thread, Location location)
    {
        var owner = location.Owner;
        var current = thread.Memory.Current;
        var floor = current[location.Id];
        var published = owner.PublishedTo(thread.Id);
        if (published is not null)
        {
            floor = Math.Max(floor, published[location.Id]);
        }

        if (location.CreationTime > floor && (current[owner.Creation] > 0 || (published is not null && published[owner.Creation] > 0)))
        {
            floor = location.CreationTime;
        }

        return floor;
    }

    public static void CompletePending(SimulatedThread thread, Location? location)
    {
        var pending = thread.Memory.Pending;
        for (var i = pending.Count - 1; i >= 0 && pending.Count != 0; i--)
        {
            if (i < pending.Count && (location is null || pending[i].Reads(location)))
            {
                pending[i].Complete();
            }
        }
    }

    /// <summary>Notes an access to a location on which races are checked, and ends the execution if it is one.</summary>
    public void Note(SimulatedThread thread, Location location, int site, bool isWrite, bool isOrdered)
    {
        if (location.Accesses is not { } accesses) return;

        var step = thread.Memory.Current.Tick(thread.Id);
        var other = accesses.Note(thread.Id, step, site, isWrite, isOrdered, thread.Memory.Current, location.Owner.PublishedTo(thread.Id));
        if (other >= 0)
        {
            _execution.Race(_execution.Sites[other], _execution.Sites[site]);
        }
    }

    /// <summary>Tells each side of a new neighbourhood what was released with the other: see <see cref="ThreadMemory.Overwritten"/>.</summary>
    private void Overwrite<T>(ThreadMemory memory, LocationOf<T> location, long time, View? released)
    {
        foreach (var message in location.Messages)
        {
            if (message.Time < time)
            {
                if (message.Released is { } older && message.Thread != memory.Thread) memory.Overwritten.JoinTimes(older);
            }
            else if (released is not null && message.Thread >= 0 && message.Thread != memory.Thread)
            {
                _execution.Threads[message.Thread].Memory.Overwritten.JoinTimes(released);
            }
        }
    }

    private Message<T> Choose<T>(LocationOf<T> location, long floor)
    {
        var count = location.CountFrom(floor);
        var chosen = count == 1 ? 0 : _execution.Choose(ChoiceKind.Stale, count);
        return location.Messages[location.Messages.Count - 1 - chosen];
    }

    private static void Learn<T>(SimulatedThread thread, LocationOf<T> location, Message<T> message, bool isAcquire)
    {
        var memory = thread.Memory;
        memory.LoadsSeen = (memory.LoadsSeen * 31) + (location.Id * 7919L) + message.Time;
        if (message.Time != 0)
        {
            memory.Current.Raise(location.Id, message.Time);
        }

        if (message.Released is { } released)
        {
            (isAcquire ? memory.Current : memory.Acquired).Join(released);
        }

        if (!typeof(T).IsValueType && message.Value is not null)
        {
            thread.Execution.Memory.LearnThrough(thread, location.Owner, message.Value, message.Published);
        }
    }

    /// <summary>What is read through a loaded reference is ordered behind the load, and storing the reference was a release for what it leads to.</summary>
    private void LearnThrough(SimulatedThread thread, Owner from, object value, View? published)
    {
        if (thread.Id < 0) return;

        var outer = from.PublishedTo(thread.Id);
        if (published is null && outer is null) return;

        var owner = OwnerOf(value);
        if (published is not null) owner.PublishTo(thread.Id, published);
        if (outer is not null && from != owner) owner.PublishTo(thread.Id, outer);
        if (value is Delegate { Target: { } target } && target != value)
        {
            LearnThrough(thread, owner, target, published);
        }
    }

    private View? PublishedWith<T>(ThreadMemory memory, T value)
    {
        if (typeof(T).IsValueType || value is null) return null;

        Share(value);
        memory.Current.Tick(memory.Thread);
        return memory.Current.Snapshot();
    }
}
