using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001ReadLockTouch.Before;

public sealed class GlyphCache
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<char, byte[]> _glyphs = new();
    private readonly Dictionary<char, int> _hits = new();

    public byte[] Find(char c)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_glyphs.TryGetValue(c, out byte[] glyph))
            {
                return null;
            }

            _hits[c] = _hits[c] + 1;
            return glyph;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Add(char c, byte[] glyph)
    {
        _lock.EnterWriteLock();
        try
        {
            _glyphs[c] = glyph;
            _hits[c] = 0;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void Evict(int below)
    {
        _lock.EnterWriteLock();
        try
        {
            foreach (char c in new List<char>(_glyphs.Keys))
            {
                if (_hits[c] < below)
                {
                    _glyphs.Remove(c);
                    _hits.Remove(c);
                }
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
