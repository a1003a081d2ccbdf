using System;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1004MappedSpan.Before;

[StructLayout(LayoutKind.Sequential, Size = 64)]
public struct JournalHeader
{
    public int Magic;
    public int Count;
}

[StructLayout(LayoutKind.Sequential)]
public struct JournalRecord
{
    public long Key;
    public long Value;
}

public sealed unsafe class JournalReader
{
    private readonly byte* _start;
    private readonly int _length;

    public JournalReader(MemoryMappedViewAccessor view)
    {
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _length = (int)view.Capacity;
    }

    private Span<byte> View => new Span<byte>(_start, _length);

    public long SumOf(long key)
    {
        Span<byte> view = View;
        ref JournalHeader header = ref MemoryMarshal.AsRef<JournalHeader>(view);
        Span<JournalRecord> records = MemoryMarshal.Cast<byte, JournalRecord>(view.Slice(sizeof(JournalHeader)));
        int count = header.Count;
        long sum = 0;
        foreach (ref readonly JournalRecord record in records.Slice(0, count))
        {
            sum += record.Key == key ? record.Value : 0;
        }

        return sum;
    }
}
