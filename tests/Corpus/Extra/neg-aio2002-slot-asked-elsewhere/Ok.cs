using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2002SlotAskedElsewhere;

/// <summary>One frame on its way from the camera to the encoder. The camera fills it where it is empty, the encoder empties it.</summary>
public sealed class FrameSlot
{
    private byte[] _pixels = new byte[0];
    private volatile bool _isFull;

    public bool IsFull => _isFull;

    public byte[] Pixels => _pixels;

    public void Fill(byte[] pixels)
    {
        _pixels = pixels;
        _isFull = true;
    }

    public void Empty() => _isFull = false;
}

public sealed class Camera
{
    private readonly FrameSlot _slot;
    private int _dropped;

    public Camera(FrameSlot slot) => _slot = slot;

    public int Dropped => Volatile.Read(ref _dropped);

    public void OnFrame(byte[] pixels)
    {
        if (_slot.IsFull)
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        _slot.Fill(pixels);
    }
}

public sealed class Encoder
{
    private readonly FrameSlot _slot;
    private readonly List<int> _sizes = new List<int>();
    private readonly Thread _thread;
    private volatile bool _stop;

    public Encoder(FrameSlot slot)
    {
        _slot = slot;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public void Stop()
    {
        _stop = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_stop)
        {
            Encode();
            Thread.Yield();
        }
    }

    private void Encode()
    {
        if (!_slot.IsFull)
        {
            return;
        }

        _sizes.Add(_slot.Pixels.Length);
        _slot.Empty();
    }
}
