using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3007PaletteSwap.After;

public sealed class Palette
{
    public int[] Colours;
    public int Version;
}

public sealed class Screen
{
    private volatile Palette _palette = new Palette { Colours = new int[16] };

    public void Load(ReadOnlySpan<int> colours, int version)
    {
        var next = new Palette();
        next.Colours = colours.ToArray();
        next.Version = version;
        _palette = next;
    }

    public int Look(int index)
    {
        Palette now = _palette;
        return now.Colours[index & 15];
    }
}
