using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002OnlyTaker;

public sealed class LineBuffer
{
    private const int Size = 100;
    private readonly object _sync = new object();
    private readonly List<string> _lines = new List<string>();

    public void Add(string line)
    {
        lock (_sync)
        {
            _lines.Add(line);
        }
    }

    /// <summary>Called by one timer.</summary>
    public List<string> Cut()
    {
        if (_lines.Count < Size)
        {
            return null;
        }

        lock (_sync)
        {
            List<string> batch = _lines.GetRange(0, Size);
            _lines.RemoveRange(0, Size);
            return batch;
        }
    }
}
