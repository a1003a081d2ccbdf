using System.Collections.Generic;

namespace Corpus.Extra.Aio3001LockOfTheCaller;

internal sealed class Directory
{
    private readonly object _entriesLock = new object();
    private readonly Dictionary<int, Sensor> _entries = new Dictionary<int, Sensor>();
    private int _last;

    public Sensor? Find(int number)
    {
        lock (_entriesLock)
        {
            return _entries.TryGetValue(number, out Sensor? sensor) ? sensor : null;
        }
    }

    public bool Strike(int number)
    {
        lock (_entriesLock)
        {
            return _entries.Remove(number);
        }
    }

    public int Enroll(Sensor sensor)
    {
        int number = ++_last;
        _entries.Add(number, sensor);
        return number;
    }
}

internal sealed class Sensor
{
    private readonly object _stateLock = new object();
    private int _number;

    public void Join(Directory directory)
    {
        lock (_stateLock)
        {
            _number = directory.Enroll(this);
        }
    }

    public int Number()
    {
        lock (_stateLock)
        {
            return _number;
        }
    }
}
