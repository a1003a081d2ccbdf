using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3001MarkNobodyAsks;

public sealed class Stockroom
{
    private readonly object _gate = new object();
    private readonly Func<IReadOnlyList<int>> _deliver;
    private bool _isReceiving;
    private int _pieces;

    public Stockroom(Func<IReadOnlyList<int>> deliver) => _deliver = deliver;

    public bool TryReceive()
    {
        lock (_gate)
        {
            if (_isReceiving)
            {
                return false;
            }

            _isReceiving = true;
        }

        foreach (int pieces in _deliver())
        {
            _pieces += pieces;
        }

        lock (_gate)
        {
            _isReceiving = false;
        }

        return true;
    }

    public bool TryTake(int pieces)
    {
        lock (_gate)
        {
            if (_pieces < pieces)
            {
                return false;
            }

            _pieces -= pieces;
            return true;
        }
    }

    public int Count()
    {
        lock (_gate)
        {
            return _pieces;
        }
    }
}
