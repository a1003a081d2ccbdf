using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio4002LoopVariable.Before;

public struct Entry
{
    public int Hits;
    public int Id;
}

public sealed class Board
{
    private readonly List<Entry> _entries = new List<Entry>();

    public void Open(int id) => _entries.Add(new Entry { Id = id });

    public int Touch(int id)
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            Entry entry = _entries[i];
            if (entry.Id == id)
            {
                return Interlocked.Increment(ref entry.Hits);
            }
        }

        return 0;
    }
}
