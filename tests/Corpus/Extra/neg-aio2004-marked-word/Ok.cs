using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004MarkedWord;

public struct EntryWord
{
    private const long Sealed = 1;
    private const long Valid = 2;
    private long _word;

    public bool IsValid
    {
        get => (_word & Valid) != 0;
        set => _word = value ? _word | Valid : _word & ~Valid;
    }

    public void Reset()
    {
        if (_word != 0)
        {
            _word = 0;
        }
    }

    public bool TrySeal()
    {
        long seen = Volatile.Read(ref _word);
        return (seen & Sealed) == 0 && Interlocked.CompareExchange(ref _word, seen | Sealed, seen) == seen;
    }
}
