using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio3001EnumeratorOfView.Before;

public sealed class Roster : IEnumerable<string>
{
    private readonly object _gate = new object();
    private readonly Dictionary<int, string> _names = new Dictionary<int, string>();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _names.Count;
            }
        }
    }

    public int[] Ids
    {
        get
        {
            lock (_gate)
            {
                return _names.Keys.ToArray();
            }
        }
    }

    public void Enter(int id, string name)
    {
        lock (_gate)
        {
            _names[id] = name;
        }
    }

    public bool Leave(int id)
    {
        lock (_gate)
        {
            return _names.Remove(id);
        }
    }

    public IEnumerator<string> GetEnumerator()
    {
        lock (_gate)
        {
            return _names.Values.GetEnumerator();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
