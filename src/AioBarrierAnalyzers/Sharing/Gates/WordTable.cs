using System;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>Words with something known of each, looked up by their place in a text: no string is made for those that are there, or are not wanted.</summary>
internal sealed class WordTable<T>
{
    private (string? Word, T Value)[] _slots;
    private int _count;

    public WordTable() => _slots = new (string?, T)[64];

    /// <summary>All that another table has, to be added to.</summary>
    public WordTable(WordTable<T> other)
    {
        _slots = ((string?, T)[])other._slots.Clone();
        _count = other._count;
    }

    /// <summary>False where the word at that place is none of these.</summary>
    public bool TryFind(string text, int start, int length, out string word, out T value)
    {
        (string? Word, T Value) slot = _slots[SlotOf(text, start, length)];
        (word, value) = (slot.Word ?? string.Empty, slot.Value);
        return slot.Word is not null;
    }

    /// <summary>What is known of the word at that place; the default where it is added.</summary>
    public ref T GetOrAdd(string text, int start, int length, out string word)
    {
        int slot = SlotOf(text, start, length);
        if (_slots[slot].Word is null)
        {
            Add(text.Substring(start, length), default!);
            slot = SlotOf(text, start, length);
        }

        word = _slots[slot].Word!;
        return ref _slots[slot].Value;
    }

    /// <summary>A word that is there already keeps what is known of it.</summary>
    public void Add(string word, T value)
    {
        int slot = SlotOf(word, 0, word.Length);
        if (_slots[slot].Word is not null)
            return;
        _slots[slot] = (word, value);
        if (++_count > _slots.Length / 2)
            Grow();
    }

    /// <summary>Where the word is, or would be.</summary>
    [MethodImpl(HotPath.Optimized)]
    private int SlotOf(string text, int start, int length)
    {
        int at = (int)(WordHash.Of(text, start, length) & (uint)(_slots.Length - 1));
        while (_slots[at].Word is { } known && !(known.Length == length && string.CompareOrdinal(text, start, known, 0, length) == 0))
            at = (at + 1) & (_slots.Length - 1);
        return at;
    }

    private void Grow()
    {
        (string? Word, T Value)[] slots = _slots;
        _slots = new (string?, T)[2 * slots.Length];
        foreach ((string? Word, T Value) slot in slots)
        {
            if (slot.Word is { } word)
                _slots[SlotOf(word, 0, word.Length)] = slot;
        }
    }
}
