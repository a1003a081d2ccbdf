using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002SavedMarkOfEntry.Before;

/// <summary>A note that its readers edit; the background saver writes out what has changed.</summary>
public sealed class Note
{
    private string _text = "";
    private int _edits;
    private volatile bool _isDirty;

    public bool IsDirty => _isDirty;

    public int Edits => Volatile.Read(ref _edits);

    public void Edit(string text)
    {
        Volatile.Write(ref _text, text);
        Interlocked.Increment(ref _edits);
        _isDirty = true;
    }

    public void MarkSaved() => _isDirty = false;

    public string Text() => Volatile.Read(ref _text);
}

public sealed class NoteSaver
{
    private readonly ConcurrentDictionary<string, Note> _notes = new();

    public event Action<string, IOException>? Failed;

    public Note Open(string path) => _notes.GetOrAdd(path, static _ => new Note());

    public Task Start(TimeSpan period, CancellationToken stop) => Task.Run(() => RunAsync(period, stop), stop);

    private async Task RunAsync(TimeSpan period, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach ((string path, Note note) in _notes)
            {
                await SaveAsync(path, note);
            }

            await Task.Delay(period, stop);
        }
    }

    private async Task SaveAsync(string path, Note note)
    {
        if (!note.IsDirty)
        {
            return;
        }

        try
        {
            await File.WriteAllTextAsync(path, note.Text());
            note.MarkSaved();
        }
        catch (IOException error)
        {
            Failed?.Invoke(path, error);
        }
    }
}
