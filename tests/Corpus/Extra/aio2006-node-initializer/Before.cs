using System;
using System.Threading;

namespace Corpus.Extra.Aio2006NodeInitializer.Before;

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
        var entry = new Entry { Text = text, Next = _head };
        Interlocked.CompareExchange(ref _head, entry, _head);
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
