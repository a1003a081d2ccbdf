using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>A location with its history.</summary>
/// <typeparam name="T"><see cref="object"/>, or <see cref="ulong"/> for the bits of all else.</typeparam>
internal sealed class LocationOf<T> : Location
{
    /// <summary>Between two messages that are stored one after the other; what is stored later and ordered before goes between.</summary>
    private const long Gap = 1L << 40;

    private readonly List<Message<T>> _messages;

    public LocationOf(int id, Owner owner, int size, T initial)
        : base(id, owner, size)
    {
        if (owner.IsCreatedWhileRunning && !Same(initial, default!))
        {
            // Another thread may still see the zero that was there before the initializer.
            _messages = [new(default!, 0), new(initial, Gap) { Thread = owner.Creator }];
            CreationTime = Gap;
        }
        else
        {
            _messages = [new(initial, 0)];
        }
    }

    /// <summary>In modification order.</summary>
    public IReadOnlyList<Message<T>> Messages => _messages;

    public Message<T> Newest => _messages[^1];

    /// <summary>How many of the last messages a thread may read that must not go back behind a time.</summary>
    public int CountFrom(long floor)
    {
        var count = 1;
        while (count < _messages.Count && _messages[^count].Time > floor)
        {
            count++;
        }

        return count;
    }

    /// <summary>The time of a message that is stored last.</summary>
    public long NextTime => Newest.Time + Gap;

    /// <summary>How many places before the end a store may take: behind the floor, and not between a read-modify-write and what it read.</summary>
    /// <param name="floor">The oldest message that the store may follow.</param>
    /// <param name="last">The oldest message that it must not come before, for that is settled.</param>
    public int CountOlderPlaces(long floor, long last)
    {
        var count = 0;
        for (var i = _messages.Count - 1; i > 0 && _messages[i - 1].Time >= floor && _messages[i].Time > last; i--)
        {
            if (IsPlaceBefore(i)) count++;
        }

        return count;
    }

    /// <summary>The time of a message in one of those places, counted from the end, from 1.</summary>
    public long OlderTime(int place)
    {
        for (var i = _messages.Count - 1; ; i--)
        {
            if (IsPlaceBefore(i) && --place == 0)
            {
                return _messages[i - 1].Time + ((_messages[i].Time - _messages[i - 1].Time) / 2);
            }
        }
    }

    public void Insert(Message<T> message)
    {
        var at = _messages.Count;
        while (at > 0 && _messages[at - 1].Time > message.Time)
        {
            at--;
        }

        _messages.Insert(at, message);
    }

    public static bool Same(T left, T right) =>
        typeof(T).IsValueType ? EqualityComparer<T>.Default.Equals(left, right) : ReferenceEquals(left, right);

    private bool IsPlaceBefore(int index) => !_messages[index].IsUpdate && _messages[index].Time - _messages[index - 1].Time > 1;
}
