using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007ReadyFlag;

public sealed class Page
{
    public byte[] Data;
    public int Length;
    public volatile bool Ready;
}

public sealed class PageCache
{
    private readonly ConcurrentDictionary<int, Page> _pages = new ConcurrentDictionary<int, Page>();

    public void Load(int id, Func<int, byte[]> read)
    {
        var page = new Page();
        if (!_pages.TryAdd(id, page))
        {
            return;
        }

        byte[] data = read(id);
        page.Data = data;
        page.Length = data.Length;
        page.Ready = true;
    }

    public int LengthOf(int id)
    {
        if (_pages.TryGetValue(id, out Page page) && page.Ready)
        {
            return page.Data == null ? 0 : page.Length;
        }

        return -1;
    }
}
