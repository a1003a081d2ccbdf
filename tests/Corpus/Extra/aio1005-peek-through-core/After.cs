using System.Threading;

namespace Corpus.Extra.Aio1005PeekThroughCore.After;

public struct MidiMessage
{
    public byte Status;
    public byte Data1;
    public byte Data2;
    public int Time;
}

public sealed class MidiQueue
{
    private readonly MidiMessage[] _messages;
    private readonly int _mask;
    private int _head;
    private int _tail;

    public MidiQueue(int sizeLog2)
    {
        _messages = new MidiMessage[1 << sizeLog2];
        _mask = _messages.Length - 1;
    }

    // Input driver's thread.
    public bool Write(in MidiMessage message)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) > _mask)
        {
            return false;
        }

        _messages[tail & _mask] = message;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    // Audio thread.
    public bool Read(int untilTime, out MidiMessage message) => TryRead(untilTime, out message);

    private bool TryRead(int untilTime, out MidiMessage message)
    {
        int head = _head;
        message = default;
        if (head == Volatile.Read(ref _tail))
        {
            return false;
        }

        message = _messages[head & _mask];
        if (message.Time > untilTime)
        {
            return false;
        }

        Volatile.Write(ref _head, head + 1);
        return true;
    }
}
