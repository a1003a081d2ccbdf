using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3003KeyedEntry.Before;

public sealed class KeyedGate<TKey> where TKey : notnull
{
    private readonly Dictionary<TKey, Entry> _entries;

    public KeyedGate(IEqualityComparer<TKey> comparer = null) => _entries = new Dictionary<TKey, Entry>(comparer);

    public int ActiveKeys
    {
        get
        {
            lock (_entries)
            {
                return _entries.Count;
            }
        }
    }

    public async Task<Holder> EnterAsync(TKey key, CancellationToken cancellation = default)
    {
        Entry entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out entry))
            {
                _entries.Add(key, entry = new Entry());
            }

            entry.Users++;
        }

        try
        {
            await entry.Turn.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            Leave(key, entry);
            throw;
        }

        return new Holder(this, key, entry);
    }

    private void Leave(TKey key, Entry entry)
    {
        bool last;
        lock (_entries)
        {
            last = --entry.Users == 0;
        }

        if (last)
        {
            lock (_entries)
            {
                _entries.Remove(key);
            }

            entry.Turn.Dispose();
        }
    }

    internal sealed class Entry
    {
        public readonly SemaphoreSlim Turn = new(1, 1);
        public int Users;
    }

    public readonly struct Holder : IDisposable
    {
        private readonly KeyedGate<TKey> _owner;
        private readonly TKey _key;
        private readonly Entry _entry;

        internal Holder(KeyedGate<TKey> owner, TKey key, Entry entry) => (_owner, _key, _entry) = (owner, key, entry);

        public void Dispose()
        {
            _entry.Turn.Release();
            _owner.Leave(_key, _entry);
        }
    }
}
