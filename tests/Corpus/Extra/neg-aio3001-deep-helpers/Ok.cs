using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001DeepHelpers;

public sealed class Memory
{
    private readonly Dictionary<string, Page> _pages = new();
    private readonly int _limit;

    public Memory(int limit) => _limit = limit;

    public string TextOf(string name)
    {
        lock (this)
        {
            return Get(name).Text;
        }
    }

    public int LengthOf(string name)
    {
        lock (this)
        {
            return Get(name).Text.Length;
        }
    }

    public bool IsLong(string name)
    {
        lock (this)
        {
            return Get(name).Text.Length > 80;
        }
    }

    private Page Get(string name)
    {
        if (!IsKnown(name))
        {
            var page = new Page(name);
            Add(name, page);
            return page;
        }

        Page known = _pages[name];
        if (known.IsStale)
        {
            Remove(name);
            known = new Page(name);
            Add(name, known);
        }

        return known;
    }

    private void Add(string name, Page page)
    {
        if (_pages.Count == _limit)
        {
            RemoveOldest();
        }

        _pages.Add(name, page);
    }

    private void RemoveOldest()
    {
        string? oldest = null;
        DateTime least = DateTime.MaxValue;
        foreach (KeyValuePair<string, Page> pair in _pages)
        {
            if (pair.Value.Made < least)
            {
                (oldest, least) = (pair.Key, pair.Value.Made);
            }
        }

        if (oldest != null)
        {
            Remove(oldest);
        }
    }

    private void Remove(string name)
    {
        if (!IsKnown(name))
        {
            return;
        }

        Page page = _pages[name];
        _pages.Remove(name);
        page.Close();
    }

    private bool IsKnown(string name) => _pages.ContainsKey(name);

    private sealed class Page
    {
        internal Page(string text) => Text = text;

        internal string Text { get; private set; }

        internal DateTime Made { get; } = DateTime.Now;

        internal bool IsStale => Text.Length == 0;

        internal void Close() => Text = string.Empty;
    }
}
