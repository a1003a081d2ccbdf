using System;
using System.Linq;
using System.Threading;

namespace Corpus.Extra.Aio3004TwoLocks.After;

public sealed class Ledger
{
    private readonly object _growLock = new object();
    private readonly object _putLock = new object();
    private decimal[] _lines = new decimal[64];

    public void Put(int line, decimal amount)
    {
        lock (_putLock)
        {
            _lines[line] = amount;
        }
    }

    public void Reserve(int lines)
    {
        lock (_growLock)
        {
            lock (_putLock)
            {
                if (lines > _lines.Length)
                {
                    Array.Resize(ref _lines, lines);
                }
            }
        }
    }

    public decimal Sum()
    {
        lock (_growLock)
        {
            lock (_putLock)
            {
                return _lines.Sum();
            }
        }
    }
}
