using System;
using System.Buffers;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006ReplacedUnderLock;

public delegate void PixelSink(ReadOnlySpan<byte> pixels, int width, int height);

public sealed class Canvas : IDisposable
{
    private readonly object _canvasLock = new();
    private readonly PixelSink _sink;
    private byte[] _pixels;
    private int _width;
    private int _height;
    private volatile bool _closing;

    public Canvas(int width, int height, PixelSink sink)
    {
        (_width, _height, _sink) = (width, height, sink);
        _pixels = Allocate(width, height);
        new Thread(SinkLoop) { IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();
    }

    public void Fill(uint argb)
    {
        lock (_canvasLock)
        {
            MemoryMarshal.Cast<byte, uint>(Visible()).Fill(argb);
        }
    }

    public void Resize(int width, int height)
    {
        byte[] fresh = Allocate(width, height);
        byte[] old;
        lock (_canvasLock)
        {
            old = _pixels;
            _pixels = fresh;
            _width = width;
            _height = height;
        }

        ArrayPool<byte>.Shared.Return(old);
    }

    public void Dispose() => _closing = true;

    private static byte[] Allocate(int width, int height)
    {
        byte[] pixels = ArrayPool<byte>.Shared.Rent(width * height * sizeof(uint));
        Array.Clear(pixels);
        return pixels;
    }

    private Span<byte> Visible() => _pixels.AsSpan(0, _width * _height * sizeof(uint));

    private void SinkLoop()
    {
        while (!_closing)
        {
            lock (_canvasLock)
            {
                _sink(Visible(), _width, _height);
            }

            Thread.Sleep(15);
        }
    }
}
