using System;
using System.Threading;

namespace Corpus.Extra.Aio1004PlainCountProperty.After;

public struct SymbolEntry
{
    public int Hash;
    public int Id;
    public int Length;
}

public sealed class SymbolTable
{
    private readonly SymbolEntry[] _entries = new SymbolEntry[8192];
    private readonly Lock _append = new Lock();
    private int _count;

    private int Count => Volatile.Read(ref _count);

    /// <summary>Any thread, without the lock when the symbol is known.</summary>
    public int Intern(string symbol)
    {
        int hash = string.GetHashCode(symbol, StringComparison.Ordinal);
        int id = Find(hash, symbol.Length);
        if (id != 0)
        {
            return id;
        }

        lock (_append)
        {
            id = Find(hash, symbol.Length);
            if (id == 0)
            {
                int count = _count;
                id = count + 1;
                _entries[count].Hash = hash;
                _entries[count].Length = symbol.Length;
                _entries[count].Id = id;
                Volatile.Write(ref _count, count + 1);
            }
        }

        return id;
    }

    private int Find(int hash, int length)
    {
        for (int i = 0; i < Count; i++)
        {
            ref SymbolEntry entry = ref _entries[i];
            if (entry.Hash == hash && entry.Length == length)
            {
                return entry.Id;
            }
        }

        return 0;
    }
}
