using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005Narrow;

public readonly struct Name
{
    public Name(string text) => Text = text;

    public string Text { get; }
}

public struct Cell
{
    public short Row;
    public short Column;
}

public sealed class Cursor
{
    private readonly Timer _timer;
    private Name _name = new Name(string.Empty);
    private Cell _cell;
    private long _moves;

    public Cursor(Func<Name> ask) => _timer = new Timer(_ => Move(ask()), null, 100, 100);

    public Name Name => _name;

    public Cell Cell => _cell;

    public long Moves => _moves;

    private void Move(Name name)
    {
        _name = name;
        _cell = new Cell { Row = 1, Column = 2 };
        Volatile.Write(ref _moves, _moves + 1);
    }
}
