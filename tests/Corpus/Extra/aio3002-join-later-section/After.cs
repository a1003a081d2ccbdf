using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002JoinLaterSection.After;

public sealed class Room
{
    private readonly object _sync = new object();
    private readonly List<string> _members = new List<string>();

    public bool Join(string name)
    {
        bool known;
        lock (_sync)
        {
            known = _members.Contains(name);
            if (known)
            {
                return false;
            }

            _members.Add(name);
        }

        return true;
    }

    public void Leave(string name)
    {
        lock (_sync)
        {
            _members.Remove(name);
        }
    }
}
