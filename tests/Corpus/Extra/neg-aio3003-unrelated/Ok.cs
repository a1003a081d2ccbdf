using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3003Unrelated;

public sealed class Desk
{
    private readonly object _sync = new object();
    private readonly List<string> _letters = new List<string>();
    private readonly List<string> _calls = new List<string>();

    public void Note(string letter, string call)
    {
        lock (_sync)
        {
            _letters.Add(letter);
        }

        lock (_sync)
        {
            _calls.Add(call);
        }
    }

    public string[] Letters()
    {
        lock (_sync)
        {
            return _letters.ToArray();
        }
    }

    public string[] Calls()
    {
        lock (_sync)
        {
            return _calls.ToArray();
        }
    }
}
