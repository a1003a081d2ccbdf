using System;
using System.Collections.Concurrent;

namespace Corpus.Extra.Aio3007LockedEntryPlainReader.After;

public sealed class GlyphSource
{
    private sealed class Glyph
    {
        public byte[] Outline;
        public int Advance;
    }

    private readonly ConcurrentDictionary<int, Glyph> _glyphs = new ConcurrentDictionary<int, Glyph>();
    private readonly Func<int, (byte[] Outline, int Advance)> _load;

    public GlyphSource(Func<int, (byte[] Outline, int Advance)> load)
    {
        _load = load;
    }

    public byte[] Outline(int code)
    {
        if (!_glyphs.TryGetValue(code, out Glyph glyph))
        {
            glyph = Create(code);
        }

        lock (glyph)
        {
            return glyph.Outline;
        }
    }

    public int Advance(int code)
    {
        if (!_glyphs.TryGetValue(code, out Glyph glyph))
        {
            return 0;
        }

        lock (glyph)
        {
            return glyph.Advance;
        }
    }

    private Glyph Create(int code)
    {
        var fresh = new Glyph();
        lock (fresh)
        {
            Glyph winner = _glyphs.GetOrAdd(code, fresh);
            if (winner != fresh)
            {
                return winner;
            }

            (fresh.Outline, fresh.Advance) = _load(code);
            return fresh;
        }
    }
}
