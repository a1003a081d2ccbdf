using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004QuietClear;

public sealed class IdTable
{
    private readonly object[] _slots = new object[4096];
    private int _next;

    public int Count => Math.Min(Volatile.Read(ref _next), _slots.Length);

    public int Allocate(object value)
    {
        int id = Interlocked.Increment(ref _next) - 1;
        _slots[id] = value;
        return id;
    }

    // Only while no other thread uses the table.
    public void Clear(Action<object> action)
    {
        int count = Count;
        if (count == 0)
        {
            return;
        }

        for (int i = 0; i < count; i++)
        {
            if (_slots[i] != null)
            {
                action(_slots[i]);
                _slots[i] = null;
            }
        }

        _next = 0;
    }
}
