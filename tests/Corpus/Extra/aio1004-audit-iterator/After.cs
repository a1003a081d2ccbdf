using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1004AuditIterator.After;

public readonly record struct AuditEntry(long At, string Actor, string What);

public sealed class AuditTrail
{
    private readonly AuditEntry[] _entries;
    private readonly Lock _appendLock = new();
    private int _used;

    public AuditTrail(int capacity)
    {
        _entries = new AuditEntry[capacity];
    }

    public bool Append(string actor, string what)
    {
        lock (_appendLock)
        {
            int at = _used;
            if (at == _entries.Length)
            {
                return false;
            }

            _entries[at] = new AuditEntry(Environment.TickCount64, actor, what);
            Volatile.Write(ref _used, at + 1);
            return true;
        }
    }

    public IEnumerable<AuditEntry> By(string actor)
    {
        int used = Volatile.Read(ref _used);
        for (int i = 0; i < used; i++)
        {
            if (_entries[i].Actor == actor)
            {
                yield return _entries[i];
            }
        }
    }
}
