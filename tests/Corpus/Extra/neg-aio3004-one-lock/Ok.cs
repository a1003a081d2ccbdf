using System;

namespace Corpus.Extra.NegAio3004OneLock;

public sealed class Roster
{
    private readonly object _sync = new object();
    private string[] _names = new string[4];
    private int _count;

    public void Add(string name)
    {
        lock (_sync)
        {
            if (_count == _names.Length)
            {
                Array.Resize(ref _names, _count * 2);
            }

            _names[_count++] = name;
        }
    }

    public void Rename(int at, string name)
    {
        lock (_sync)
        {
            _names[at] = name;
        }
    }
}
