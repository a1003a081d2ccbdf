using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001ChosenBuffer;

public sealed class SpanBuffer
{
    private readonly object _sync = new object();
    private readonly List<string> _even = new List<string>();
    private readonly List<string> _odd = new List<string>();
    private readonly Action<string> _export;
    private bool _isOdd;

    public SpanBuffer(Action<string> export) => _export = export;

    public void Add(string span)
    {
        lock (_sync)
        {
            Current().Add(span);
        }
    }

    public bool Forget(string span)
    {
        lock (_sync)
        {
            return Current().Remove(span);
        }
    }

    public bool Has(string span)
    {
        lock (_sync)
        {
            return Current().Contains(span);
        }
    }

    /// <summary>Called by the exporting thread alone.</summary>
    public int Export()
    {
        List<string> full;
        lock (_sync)
        {
            full = Current();
            _isOdd = !_isOdd;
        }

        foreach (string span in full)
        {
            _export(span);
        }

        int count = full.Count;
        full.Clear();
        return count;
    }

    private List<string> Current() => _isOdd ? _odd : _even;
}
