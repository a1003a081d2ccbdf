using System;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio4002MappedHeaderPassedByValue.Before;

[StructLayout(LayoutKind.Sequential)]
internal struct LogHeader
{
    public long Magic;
    public long Sequence;
    public int RecordSize;
    public int Capacity;
}

public abstract unsafe class MappedLog : IDisposable
{
    private const long ExpectedMagic = 0x4D4C4F47;

    private readonly MemoryMappedViewAccessor _view;
    private byte* _base;

    protected MappedLog(MemoryMappedFile file)
    {
        _view = file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _base);
        if (Header->Magic != ExpectedMagic)
        {
            Dispose();
            throw new InvalidOperationException("Not a mapped log.");
        }
    }

    internal LogHeader* Header => (LogHeader*)_base;

    protected Span<byte> Record(long sequence)
    {
        int size = Header->RecordSize;
        long slot = sequence % Header->Capacity;
        return new Span<byte>(_base + sizeof(LogHeader) + (slot * size), size);
    }

    internal static long Published(LogHeader header)
    {
        return Volatile.Read(ref header.Sequence);
    }

    public void Dispose()
    {
        if (_base != null)
        {
            _base = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}

public sealed unsafe class MappedLogWriter : MappedLog
{
    public MappedLogWriter(MemoryMappedFile file)
        : base(file)
    {
    }

    public bool TryAppend(ReadOnlySpan<byte> record)
    {
        long sequence = Header->Sequence;
        if (sequence == Header->Capacity)
        {
            return false;
        }

        Span<byte> target = Record(sequence);
        record.CopyTo(target);
        target.Slice(record.Length).Clear();
        Volatile.Write(ref Header->Sequence, sequence + 1);
        return true;
    }
}

public sealed unsafe class MappedLogReader : MappedLog
{
    private long _next;

    public MappedLogReader(MemoryMappedFile file)
        : base(file)
    {
    }

    public long Position => _next;

    public bool TryRead(Span<byte> destination, out int length)
    {
        if (_next >= Published(*Header))
        {
            length = 0;
            return false;
        }

        Span<byte> record = Record(_next);
        length = Math.Min(record.Length, destination.Length);
        record.Slice(0, length).CopyTo(destination);
        _next++;
        return true;
    }
}
