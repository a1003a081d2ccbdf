using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1002TermCommit.After;

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct FrameHeader
{
    public int Length;
    public short Type;
    public short Flags;
    public int TermOffset;
    public int SessionId;
    public long Reserved;
}

public delegate void FragmentHandler(ReadOnlySpan<byte> payload, int sessionId, long reserved);

internal static class FrameLayout
{
    public const short Data = 1;
    public const short Padding = 0;
    public const short Unfragmented = 0xC0;
    public const int Alignment = 32;

    public static unsafe int HeaderLength => sizeof(FrameHeader);

    public static int Align(int length) => (length + (Alignment - 1)) & ~(Alignment - 1);
}

public sealed unsafe class TermPublication
{
    public const long TermFull = -1;

    private readonly byte* _term;
    private readonly int _capacity;
    private readonly int _sessionId;
    private int _tail;

    public TermPublication(byte* term, int capacity, int sessionId)
    {
        _term = term;
        _capacity = capacity;
        _sessionId = sessionId;
    }

    public long Offer(ReadOnlySpan<byte> payload, long reserved)
    {
        int frameLength = FrameLayout.HeaderLength + payload.Length;
        int aligned = FrameLayout.Align(frameLength);
        int offset = _tail;
        if (offset + aligned > _capacity)
        {
            PadRemainder(offset);
            return TermFull;
        }

        FrameHeader* header = (FrameHeader*)(_term + offset);
        header->Type = FrameLayout.Data;
        header->Flags = FrameLayout.Unfragmented;
        header->TermOffset = offset;
        header->SessionId = _sessionId;
        header->Reserved = reserved;
        payload.CopyTo(new Span<byte>((byte*)header + FrameLayout.HeaderLength, payload.Length));
        _tail = offset + aligned;
        Volatile.Write(ref header->Length, frameLength);
        return _tail;
    }

    private void PadRemainder(int offset)
    {
        int remaining = _capacity - offset;
        if (remaining < FrameLayout.HeaderLength)
            return;

        FrameHeader* header = (FrameHeader*)(_term + offset);
        header->Type = FrameLayout.Padding;
        header->TermOffset = offset;
        header->SessionId = _sessionId;
        _tail = _capacity;
        Volatile.Write(ref header->Length, remaining);
    }
}

public sealed unsafe class TermImage
{
    private readonly byte* _term;
    private readonly int _capacity;
    private int _position;

    public TermImage(byte* term, int capacity)
    {
        _term = term;
        _capacity = capacity;
    }

    public bool EndOfTerm => _capacity - _position < FrameLayout.HeaderLength;

    public int Poll(FragmentHandler handler, int limit)
    {
        int fragments = 0;
        while (fragments < limit && !EndOfTerm)
        {
            FrameHeader* header = (FrameHeader*)(_term + _position);
            int length = Volatile.Read(ref header->Length);
            if (length <= 0)
                break;

            _position += FrameLayout.Align(length);
            if (header->Type == FrameLayout.Padding)
                continue;

            int headerLength = FrameLayout.HeaderLength;
            handler(new ReadOnlySpan<byte>((byte*)header + headerLength, length - headerLength), header->SessionId, header->Reserved);
            fragments++;
        }

        return fragments;
    }
}
