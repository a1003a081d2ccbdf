using System;
using System.Threading;

namespace Corpus.Extra.Aio2006NodeInitializer.After;

public sealed class EventLog
{
    private sealed class Entry
    {
        public string Text { get; init; }

        public Entry Next { get; set; }
    }

    private Entry _head;

    public void Add(string text)
    {
        var entry = new Entry { Text = text };
        Entry seen;
        do
        {
            seen = Volatile.Read(ref _head);
            entry.Next = seen;
        }
        while (Interlocked.CompareExchange(ref _head, entry, seen) != seen);
    }

    public int Drain(Action<string> write)
    {
        int n = 0;
        for (Entry at = Interlocked.Exchange(ref _head, null); at != null; at = at.Next, n++)
        {
            write(at.Text);
        }

        return n;
    }
}
