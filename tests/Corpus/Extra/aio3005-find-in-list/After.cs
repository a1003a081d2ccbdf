using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005FindInList.After;

public sealed class NameTable
{
    private readonly object _gate = new object();
    private readonly List<string> _names = new List<string>();

    public int IndexOf(string name)
    {
        Monitor.Enter(_gate);
        try
        {
            for (int i = 0; i < _names.Count; i++)
            {
                if (_names[i] == name)
                {
                    return i;
                }
            }

            return -1;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public void Add(string name)
    {
        lock (_gate)
        {
            _names.Add(name);
        }
    }
}
