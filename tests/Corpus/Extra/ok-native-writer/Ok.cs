using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Corpus.Extra.OkNativeWriter;

public sealed unsafe class NativeWriter : IDisposable
{
    private byte* _start;
    private int _capacity;
    private int _position;

    public NativeWriter(int capacity)
    {
        _capacity = Math.Max(64, capacity);
        _start = (byte*)NativeMemory.Alloc((nuint)_capacity);
    }

    public ReadOnlySpan<byte> Written => new ReadOnlySpan<byte>(_start, _position);

    public void WriteString(string value)
    {
        int size = Encoding.UTF8.GetByteCount(value);
        byte* at = Reserve(sizeof(int) + size);
        Encoding.UTF8.GetBytes(value, new Span<byte>(at + sizeof(int), size));
        *(int*)at = size;
        _position += sizeof(int) + size;
    }

    public void Write<T>(T value)
        where T : unmanaged
    {
        *(T*)Reserve(sizeof(T)) = value;
        _position += sizeof(T);
    }

    private byte* Reserve(int size)
    {
        if (_position + size > _capacity)
        {
            int capacity = Math.Max(_capacity * 2, _position + size);
            var grown = (byte*)NativeMemory.Alloc((nuint)capacity);
            Written.CopyTo(new Span<byte>(grown, capacity));
            NativeMemory.Free(_start);
            _start = grown;
            _capacity = capacity;
        }

        return _start + _position;
    }

    public void Dispose()
    {
        if (_start != null)
        {
            NativeMemory.Free(_start);
            _start = null;
        }
    }
}
