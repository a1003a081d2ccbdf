using System;
using System.Threading;

namespace Corpus.Extra.NegAio1005SlotByPosition;

public sealed class VideoFrame
{
    public VideoFrame(int width, int height)
    {
        Pixels = new uint[width * height];
    }

    public uint[] Pixels { get; }

    public long PresentationTicks { get; set; }
}

public sealed class SpscHandoff<T>
    where T : class
{
    private readonly T[] _slots;
    private int _writeAt;
    private int _readAt;

    public SpscHandoff(int slots)
    {
        _slots = new T[slots];
    }

    public bool TryGive(T item)
    {
        if (item == null)
        {
            throw new ArgumentNullException(nameof(item));
        }

        int at = _writeAt;
        if (Volatile.Read(ref _slots[at]) != null)
        {
            return false;
        }

        Volatile.Write(ref _slots[at], item);
        _writeAt = at + 1 == _slots.Length ? 0 : at + 1;
        return true;
    }

    public T TryTake()
    {
        int at = _readAt;
        T item = Volatile.Read(ref _slots[at]);
        if (item == null)
        {
            return null;
        }

        Volatile.Write(ref _slots[at], null);
        _readAt = at + 1 == _slots.Length ? 0 : at + 1;
        return item;
    }
}

public interface IDecoder
{
    bool DecodeNext(uint[] pixels, out long ticks);
}

public sealed class DecoderStage : IDisposable
{
    private readonly SpscHandoff<VideoFrame> _decoded;
    private readonly SpscHandoff<VideoFrame> _recycled;
    private readonly IDecoder _decoder;
    private readonly int _width;
    private readonly int _height;
    private readonly Thread _thread;
    private int _allocated;
    private int _skipped;
    private int _stop;

    public DecoderStage(IDecoder decoder, int width, int height, int depth)
    {
        _decoder = decoder;
        _width = width;
        _height = height;
        _decoded = new SpscHandoff<VideoFrame>(depth);
        _recycled = new SpscHandoff<VideoFrame>(depth * 2);
        _thread = new Thread(DecodeLoop) { IsBackground = true, Name = "decoder" };
        _thread.Start();
    }

    public (int Allocated, int Skipped) Statistics => (Volatile.Read(ref _allocated), Volatile.Read(ref _skipped));

    public bool PresentOnRenderThread(Action<VideoFrame> draw)
    {
        VideoFrame frame = _decoded.TryTake();
        if (frame == null)
        {
            return false;
        }

        draw(frame);
        _recycled.TryGive(frame);
        return true;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stop, 1) == 0)
        {
            _thread.Join();
        }
    }

    private void DecodeLoop()
    {
        VideoFrame frame = null;
        while (Volatile.Read(ref _stop) == 0)
        {
            frame ??= _recycled.TryTake();
            if (frame == null)
            {
                frame = new VideoFrame(_width, _height);
                _allocated++;
            }

            if (!_decoder.DecodeNext(frame.Pixels, out long ticks))
            {
                return;
            }

            frame.PresentationTicks = ticks;
            if (_decoded.TryGive(frame))
            {
                frame = null;
            }
            else
            {
                _skipped++;
            }
        }
    }
}
