using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001ListIsItsLock;

/// <summary>The list is its own lock, so whoever is given it can take the lock too.</summary>
public sealed class Notes
{
    private readonly List<string> _notes = new List<string>();

    /// <summary>To be used under a lock on itself.</summary>
    public List<string> All => _notes;

    public void Add(string note)
    {
        lock (_notes)
        {
            _notes.Add(note);
        }
    }

    public void Forget(string note)
    {
        lock (_notes)
        {
            _notes.Remove(note);
        }
    }
}
