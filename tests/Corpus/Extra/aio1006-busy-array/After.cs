using System;
using System.Threading;

namespace Corpus.Extra.Aio1006BusyArray.After;

public sealed class StagingBuffers
{
    private readonly byte[][] _buffers;
    private readonly bool[] _busy;

    public StagingBuffers(int count, int size)
    {
        _buffers = new byte[count][];
        _busy = new bool[count];
        for (int i = 0; i < count; i++)
        {
            _buffers[i] = new byte[size];
        }
    }

    /// <summary>Decoder thread.</summary>
    public int TryFill(Action<byte[]> decode)
    {
        for (int i = 0; i < _buffers.Length; i++)
        {
            if (!Volatile.Read(ref _busy[i]))
            {
                decode(_buffers[i]);
                Volatile.Write(ref _busy[i], true);
                return i;
            }
        }

        return -1;
    }

    /// <summary>Upload thread.</summary>
    public unsafe bool TryUpload(int index, byte* target)
    {
        if (!Volatile.Read(ref _busy[index]))
        {
            return false;
        }

        byte[] source = _buffers[index];
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = source[i];
        }

        Volatile.Write(ref _busy[index], false);
        return true;
    }
}
