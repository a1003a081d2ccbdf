using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002LateEntryHarmless;

public sealed class Note
{
    public Note(string text) => Text = text;

    public string Text { get; }

    public string Shout() => Text.ToUpperInvariant();
}

public sealed class NoteBook : IDisposable
{
    private readonly object _sync = new object();
    private readonly List<Note> _notes = new List<Note>();
    private readonly List<Action> _listeners = new List<Action>();
    private bool _disposed;

    public Note Write(string text)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(NoteBook));
        }

        var note = new Note(text);
        lock (_sync)
        {
            _notes.Add(note);
        }

        return note;
    }

    public void Listen(Action listener)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(NoteBook));
        }

        lock (_sync)
        {
            _listeners.Add(listener);
        }
    }

    public void Dispose()
    {
        Action[] listeners;
        lock (_sync)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            listeners = _listeners.ToArray();
            _listeners.Clear();
            _notes.Clear();
        }

        foreach (Action listener in listeners)
        {
            listener();
        }
    }
}
