using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3002RoomInEarlierSection.After;

public sealed class Waiting
{
    private readonly object _gate = new object();
    private readonly List<string> _names = new List<string>();
    private readonly int _seats;

    public Waiting(int seats) => _seats = seats;

    public void Enter(string name)
    {
        string shown = name.Trim();
        lock (_gate)
        {
            if (_names.Count >= _seats)
            {
                throw new InvalidOperationException("Full.");
            }

            _names.Add(shown);
        }
    }

    public void Leave(string name)
    {
        lock (_gate)
        {
            _names.Remove(name);
        }
    }
}
