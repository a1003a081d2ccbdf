using System;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio1004FieldsBehindAState;

[StructLayout(LayoutKind.Sequential)]
internal struct SlotHeader
{
    public int State;
    public int Length;
    public int Offset;
}

public sealed unsafe class SlotReader : IDisposable
{
    private const int Ready = 1;
    private const int Free = 0;

    private readonly MemoryMappedViewAccessor _view;
    private byte* _memory;

    public SlotReader(MemoryMappedFile file)
    {
        _view = file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _memory);
    }

    private SlotHeader* Slot => (SlotHeader*)_memory;

    public int Take(Span<byte> target)
    {
        SlotHeader* slot = Slot;
        if (Volatile.Read(ref slot->State) != Ready)
            return 0;
        int length = Math.Min(slot->Length, target.Length);
        byte* from = _memory + slot->Offset;
        for (int i = 0; i < length; i++)
            target[i] = from[i];
        Volatile.Write(ref slot->State, Free);
        return length;
    }

    public void Dispose()
    {
        if (_memory != null)
        {
            _memory = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
