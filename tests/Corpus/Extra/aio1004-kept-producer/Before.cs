using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1004KeptProducer.Before;

[StructLayout(LayoutKind.Sequential)]
public struct PacketDescriptor
{
    public ulong Address;
    public uint Length;
    public uint Options;
}

[StructLayout(LayoutKind.Explicit, Size = 128)]
public struct RxIndices
{
    [FieldOffset(0)]
    public uint Producer;

    [FieldOffset(64)]
    public uint Consumer;
}

public unsafe delegate void PacketHandler(byte* data, uint length);

public sealed unsafe class RxRing
{
    private readonly RxIndices* _indices;
    private readonly PacketDescriptor* _descriptors;
    private readonly byte* _umem;
    private readonly uint _mask;
    private uint _cachedProducer;
    private uint _cachedConsumer;

    public RxRing(RxIndices* indices, PacketDescriptor* descriptors, byte* umem, uint size)
    {
        _indices = indices;
        _descriptors = descriptors;
        _umem = umem;
        _mask = size - 1;
    }

    public uint Receive(PacketHandler handler, uint budget)
    {
        uint count = Peek(budget, out uint index);
        for (uint i = 0; i < count; i++)
        {
            PacketDescriptor* descriptor = _descriptors + ((index + i) & _mask);
            handler(_umem + descriptor->Address, descriptor->Length);
        }

        if (count != 0)
        {
            Release();
        }

        return count;
    }

    private uint Peek(uint budget, out uint index)
    {
        uint entries = Available(budget);
        index = _cachedConsumer;
        _cachedConsumer += entries;
        return entries;
    }

    private uint Available(uint budget)
    {
        uint entries = _cachedProducer - _cachedConsumer;
        if (entries == 0)
        {
            _cachedProducer = _indices->Producer;
            entries = _cachedProducer - _cachedConsumer;
        }

        return entries > budget ? budget : entries;
    }

    private void Release()
    {
        Volatile.Write(ref _indices->Consumer, _cachedConsumer);
    }
}

public sealed unsafe class FrameInjector
{
    private readonly RxIndices* _indices;
    private readonly PacketDescriptor* _descriptors;
    private readonly byte* _umem;
    private readonly uint _size;
    private readonly uint _chunk;

    public FrameInjector(RxIndices* indices, PacketDescriptor* descriptors, byte* umem, uint size, uint chunk)
    {
        _indices = indices;
        _descriptors = descriptors;
        _umem = umem;
        _size = size;
        _chunk = chunk;
    }

    public bool TryInject(ReadOnlySpan<byte> frame)
    {
        uint producer = _indices->Producer;
        if (frame.Length > _chunk || producer - Volatile.Read(ref _indices->Consumer) == _size)
        {
            return false;
        }

        uint slot = producer & (_size - 1);
        ulong address = (ulong)slot * _chunk;
        frame.CopyTo(new Span<byte>(_umem + address, (int)_chunk));
        _descriptors[slot].Address = address;
        _descriptors[slot].Length = (uint)frame.Length;
        _descriptors[slot].Options = 0;
        Volatile.Write(ref _indices->Producer, producer + 1);
        return true;
    }
}
