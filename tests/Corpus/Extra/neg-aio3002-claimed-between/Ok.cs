using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002ClaimedBetween;

public sealed class Refresher
{
    private readonly object _sync = new object();
    private readonly List<string> _rows = new List<string>();
    private bool _refreshing;

    public void Refresh(Func<string[]> load)
    {
        lock (_sync)
        {
            if (_refreshing)
            {
                return;
            }

            _refreshing = true;
        }

        string[] rows = load();
        lock (_sync)
        {
            _rows.Clear();
            _rows.AddRange(rows);
            _refreshing = false;
        }
    }

    public string[] Rows()
    {
        lock (_sync)
        {
            return _rows.ToArray();
        }
    }
}
