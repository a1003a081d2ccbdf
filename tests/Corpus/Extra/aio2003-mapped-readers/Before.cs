using System;
using System.Threading;

namespace Corpus.Extra.Aio2003MappedReaders.Before;

public struct TableHeader
{
    public int Version;
    public int Readers;
}

public sealed unsafe class MappedTable
{
    private readonly TableHeader* _header;

    public MappedTable(byte* memory) => _header = (TableHeader*)memory;

    public void Enter()
    {
        _header->Readers++;
    }

    public bool Leave() => Interlocked.Decrement(ref _header->Readers) == 0;
}
