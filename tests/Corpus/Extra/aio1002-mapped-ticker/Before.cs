using System;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1002MappedTicker.Before;

[StructLayout(LayoutKind.Sequential)]
public struct Tick
{
    public long Time;
    public long Price;
    public int Volume;
    public int Venue;
}

public sealed unsafe class MappedTicker : IDisposable
{
    private const int HeaderSize = 64;
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _capacity;
    private byte* _start;
    private long _written;

    public MappedTicker(MemoryMappedFile file, int capacity)
    {
        _view = file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _capacity = capacity;
    }

    public bool Append(long time, long price, int volume, int venue)
    {
        if (_written == _capacity)
        {
            return false;
        }

        ref byte root = ref Unsafe.AsRef<byte>(_start);
        nint offset = HeaderSize + ((nint)_written * sizeof(Tick));
        ref Tick tick = ref Unsafe.As<byte, Tick>(ref Unsafe.Add(ref root, offset));
        tick.Time = time;
        tick.Price = price;
        tick.Volume = volume;
        tick.Venue = venue;
        _written++;
        Unsafe.As<byte, long>(ref root) = _written;
        return true;
    }

    public void Dispose()
    {
        if (_start != null)
        {
            _start = null;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
