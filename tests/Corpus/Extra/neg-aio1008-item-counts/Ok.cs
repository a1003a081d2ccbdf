using System.Collections.Generic;

namespace Corpus.Extra.NegAio1008ItemCounts;

public sealed class Board
{
    private readonly object _gate = new();
    private Dictionary<string, int> _rows = new();
    private int _sum;

    public bool Grew(out int sum)
    {
        int before = _rows.Count;
        sum = _sum;
        return before == _rows.Count;
    }

    public void Add(string row, int value)
    {
        lock (_gate)
        {
            _rows.Add(row, value);
            _sum += value;
        }
    }

    public void Renew()
    {
        lock (_gate)
        {
            _rows = new Dictionary<string, int>();
            _sum = 0;
        }
    }
}
