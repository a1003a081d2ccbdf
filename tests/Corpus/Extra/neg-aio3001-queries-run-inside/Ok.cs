using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.NegAio3001QueriesRunInside;

public sealed class Journal
{
    private readonly object _gate = new object();
    private readonly List<string> _lines = new List<string>();
    private readonly Dictionary<string, int> _counts = new Dictionary<string, int>();

    public void Append(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            _counts[line] = _counts.TryGetValue(line, out int count) ? count + 1 : 1;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
            _counts.Clear();
        }
    }

    public List<string> Long()
    {
        lock (_gate)
        {
            return _lines.Where(l => l.Length > 80).ToList();
        }
    }

    public int Distinct()
    {
        lock (_gate)
        {
            return _counts.Keys.Where(k => k.Length > 0).Count();
        }
    }

    public IEnumerable<string> Repeated()
    {
        List<KeyValuePair<string, int>> counts;
        lock (_gate)
        {
            counts = _counts.ToList();
        }

        return counts.Where(c => c.Value > 1).Select(c => c.Key);
    }

    public int Sum()
    {
        lock (_gate)
        {
            return Weights().Sum();
        }
    }

    private IEnumerable<int> Weights()
    {
        lock (_gate)
        {
            return _counts.Values.Select(v => v * v);
        }
    }
}
