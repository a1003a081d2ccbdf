using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1002SharedPageHeader.After;

public sealed unsafe class TelemetryPage : IDisposable
{
    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        public int Sequence;
        public int Length;
    }

    private readonly byte* _page;
    private readonly int _size;

    public TelemetryPage(int size)
    {
        _size = size;
        _page = (byte*)NativeMemory.AllocZeroed((nuint)size);
    }

    public void Publish(ReadOnlySpan<byte> frame)
    {
        if (frame.Length > _size - sizeof(Header))
        {
            throw new ArgumentException("frame too long", nameof(frame));
        }

        Header* header = (Header*)_page;
        frame.CopyTo(new Span<byte>(_page + sizeof(Header), _size - sizeof(Header)));
        header->Length = frame.Length;
        Volatile.Write(ref header->Sequence, header->Sequence + 1);
    }

    public byte[] WaitFirst()
    {
        Header* header = (Header*)_page;
        var spin = new SpinWait();
        while (Volatile.Read(ref header->Sequence) == 0)
        {
            spin.SpinOnce();
        }

        return new ReadOnlySpan<byte>(_page + sizeof(Header), header->Length).ToArray();
    }

    public void Dispose() => NativeMemory.Free(_page);
}
