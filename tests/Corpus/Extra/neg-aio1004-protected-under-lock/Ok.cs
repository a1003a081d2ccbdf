using System;

namespace Corpus.Extra.NegAio1004ProtectedUnderLock;

public class Register
{
    private readonly object _gate = new();
    private string[] _names = new string[4];
    private int _count;

    public void Enter(string name)
    {
        lock (_gate)
        {
            Check(name);
            if (_names.Length == _count)
            {
                var names = new string[_count * 2];
                Array.Copy(_names, names, _count);
                _names = names;
            }

            _names[_count++] = name;
        }
    }

    public void Leave(string name)
    {
        lock (_gate)
        {
            int at = Array.IndexOf(_names, name, 0, _count);
            if (at >= 0)
            {
                _names[at] = _names[--_count];
            }
        }
    }

    protected virtual void Check(string name)
    {
        for (int i = 0; i < Math.Min(_count, _names.Length); i++)
        {
            if (_names[i] == name)
            {
                throw new ArgumentException(name);
            }
        }
    }
}
