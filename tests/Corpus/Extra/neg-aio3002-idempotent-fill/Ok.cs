using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002IdempotentFill;

public sealed class Hashes
{
    private readonly object _sync = new object();
    private readonly Dictionary<string, int> _known = new Dictionary<string, int>();

    public int Of(string text)
    {
        lock (_sync)
        {
            if (_known.TryGetValue(text, out int hash))
            {
                return hash;
            }
        }

        int computed = text.Length * 31;
        lock (_sync)
        {
            _known[text] = computed;
        }

        return computed;
    }
}
