using System;
using System.Threading;

namespace Corpus.Extra.Aio1005FrameBeforeTail.After;

[Flags]
public enum Buttons : ushort
{
    None = 0,
    Fire = 1,
    Jump = 2,
    Crouch = 4,
}

public struct InputFrame
{
    public uint ClientTick;
    public Buttons Pressed;
    public short AimX;
    public short AimY;
}

public interface IAvatar
{
    void Apply(in InputFrame frame);
}

public sealed class SpscInputQueue
{
    private readonly InputFrame[] _frames;
    private readonly int _mask;
    private long _head;
    private long _tail;
    private int _overruns;

    public SpscInputQueue(int bits)
    {
        if (bits < 2 || bits > 16)
        {
            throw new ArgumentOutOfRangeException(nameof(bits));
        }

        _frames = new InputFrame[1 << bits];
        _mask = _frames.Length - 1;
    }

    public int Overruns => Volatile.Read(ref _overruns);

    public bool Offer(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < 10)
        {
            return false;
        }

        long tail = _tail;
        if (tail - Volatile.Read(ref _head) == _frames.Length)
        {
            Interlocked.Increment(ref _overruns);
            return false;
        }

        ref InputFrame slot = ref _frames[(int)tail & _mask];
        slot.ClientTick = BitConverter.ToUInt32(packet);
        slot.Pressed = (Buttons)BitConverter.ToUInt16(packet.Slice(4));
        slot.AimX = BitConverter.ToInt16(packet.Slice(6));
        slot.AimY = BitConverter.ToInt16(packet.Slice(8));
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public int ApplyTo(IAvatar avatar, uint upToTick)
    {
        int applied = 0;
        long head = _head;
        while (true)
        {
            bool arrived = head < Volatile.Read(ref _tail);
            if (!arrived)
            {
                return applied;
            }

            InputFrame next = _frames[(int)head & _mask];
            if (next.ClientTick > upToTick)
            {
                return applied;
            }

            head++;
            Volatile.Write(ref _head, head);
            avatar.Apply(in next);
            applied++;
        }
    }
}
