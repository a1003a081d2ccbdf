using System;
using System.Threading;

namespace Corpus.Extra.Aio1006TelemetryHead.After;

public struct Span3
{
    public long Start;
    public long End;
    public int Name;
}

public class TelemetryRing
{
    protected readonly Span3[] Slots = new Span3[1024];
    protected long Head;
    protected long Tail;

    protected bool IsFull => Tail - Volatile.Read(ref Head) == Slots.Length;
}

public sealed class TelemetryWriter : TelemetryRing
{
    public bool Record(int name, long start, long end)
    {
        if (IsFull)
        {
            return false;
        }

        ref Span3 slot = ref Slots[Tail & 1023];
        slot.Name = name;
        slot.Start = start;
        slot.End = end;
        Volatile.Write(ref Tail, Tail + 1);
        return true;
    }

    public int Export(Action<int, long> export)
    {
        long tail = Volatile.Read(ref Tail);
        int count = 0;
        for (long head = Head; head < tail; count++)
        {
            Span3 span = Slots[head & 1023];
            head++;
            Volatile.Write(ref Head, head);
            export(span.Name, span.End - span.Start);
        }

        return count;
    }
}
