using System.Collections.Generic;

namespace Corpus.Extra.Aio3001RightBehindSection.After;

public sealed class GuestList
{
    private readonly object _door = new object();
    private readonly List<string> _names = new List<string>();
    private int _seats = 40;

    public int Seats
    {
        get
        {
            lock (_door)
            {
                return _seats;
            }
        }
    }

    public bool Enter(string name)
    {
        lock (_door)
        {
            if (_seats == 0)
            {
                return false;
            }

            _seats--;
            _names.Add(name);
        }

        return true;
    }

    public void Leave(string name)
    {
        lock (_door)
        {
            _names.Remove(name);
            _seats++;
        }
    }
}
