using System;
using System.Threading;

namespace Corpus.Extra.Aio1004TrailEnumerator.After;

public sealed class AuditTrail
{
    public readonly record struct Record(long Stamp, string Actor, int Code);

    private readonly object _append = new object();
    private readonly Record[] _records;
    private int _count;

    public AuditTrail(int capacity)
    {
        _records = new Record[capacity];
    }

    public bool Append(string actor, int code)
    {
        lock (_append)
        {
            int at = _count;
            if (at == _records.Length)
            {
                return false;
            }

            _records[at] = new Record(DateTime.UtcNow.Ticks, actor, code);
            Volatile.Write(ref _count, at + 1);
            return true;
        }
    }

    public Enumerator GetEnumerator() => new Enumerator(this);

    public int CountOf(int code)
    {
        int hits = 0;
        foreach (Record record in this)
        {
            hits += record.Code == code ? 1 : 0;
        }

        return hits;
    }

    public struct Enumerator
    {
        private readonly AuditTrail _trail;
        private int _position;

        internal Enumerator(AuditTrail trail)
        {
            _trail = trail;
            _position = -1;
        }

        public readonly Record Current => _trail._records[_position];

        public bool MoveNext()
        {
            if (_position + 1 >= Volatile.Read(ref _trail._count))
            {
                return false;
            }

            _position++;
            return true;
        }
    }
}
