using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005UpgradeableHit.After;

public sealed class GlyphWidths
{
    private readonly ReaderWriterLockSlim _sync = new ReaderWriterLockSlim();
    private readonly Dictionary<char, int> _widths = new Dictionary<char, int>();

    public int Width(char c)
    {
        _sync.EnterUpgradeableReadLock();
        try
        {
            if (_widths.TryGetValue(c, out int known))
            {
                return known;
            }

            int width = c < 128 ? 8 : 16;
            _sync.EnterWriteLock();
            _widths[c] = width;
            _sync.ExitWriteLock();
            return width;
        }
        finally
        {
            _sync.ExitUpgradeableReadLock();
        }
    }
}
