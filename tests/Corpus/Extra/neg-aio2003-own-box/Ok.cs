using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2003OwnBox;

internal sealed class Box<T>
    where T : struct
{
    internal T Value;

    internal Box(T value) => Value = value;
}

internal sealed class Walker
{
    private readonly IReadOnlyList<int> _items;
    private readonly Box<int> _active;
    private Box<int>? _place;

    internal Walker(IReadOnlyList<int> items, Box<int> active)
    {
        _items = items;
        _active = active;
    }

    internal bool Next(ref int item)
    {
        if (_place == null)
        {
            _place = new Box<int>(-1);
        }

        int place = ++_place.Value;
        if (place >= _items.Count)
        {
            return false;
        }

        item = _items[place];
        return true;
    }

    internal bool Leave() => Interlocked.Decrement(ref _active.Value) == 0;
}
