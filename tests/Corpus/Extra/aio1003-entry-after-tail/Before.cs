using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1003EntryAfterTail.Before;

[StructLayout(LayoutKind.Explicit, Size = 64)]
public unsafe struct Sqe
{
    [FieldOffset(0)] public byte OpCode;
    [FieldOffset(4)] public int Fd;
    [FieldOffset(8)] public ulong Offset;
    [FieldOffset(16)] public void* Address;
    [FieldOffset(24)] public uint Length;
    [FieldOffset(32)] public ulong UserData;
}

public sealed unsafe class ReadSubmitter
{
    private const byte OpRead = 22;

    private readonly uint* _khead;
    private readonly uint* _ktail;
    private readonly uint _mask;
    private readonly Sqe* _sqes;

    public ReadSubmitter(uint* khead, uint* ktail, uint mask, Sqe* sqes)
    {
        _khead = khead;
        _ktail = ktail;
        _mask = mask;
        _sqes = sqes;
    }

    public bool TryRead(int fd, ulong offset, void* buffer, uint length, ulong userData)
    {
        uint tail = *_ktail;
        if (tail - Volatile.Read(ref *_khead) > _mask)
        {
            return false;
        }

        Sqe* sqe = &_sqes[tail & _mask];
        Volatile.Write(ref *_ktail, tail + 1);
        sqe->OpCode = OpRead;
        sqe->Fd = fd;
        sqe->Offset = offset;
        sqe->Address = buffer;
        sqe->Length = length;
        sqe->UserData = userData;
        return true;
    }
}
