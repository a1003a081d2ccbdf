using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkEpochEnter;

public sealed class EpochTable
{
    private readonly long[] _entered;
    private readonly List<(long Epoch, byte[] Block)> _retired = new List<(long, byte[])>();
    private readonly Action<byte[]> _reuse;
    private long _epoch = 1;
    private byte[] _block;

    public EpochTable(int threads, byte[] block, Action<byte[]> reuse)
    {
        _entered = new long[threads];
        _block = block;
        _reuse = reuse;
    }

    public int SumWith(int thread)
    {
        Interlocked.Exchange(ref _entered[thread], Volatile.Read(ref _epoch));
        int sum = 0;
        foreach (byte value in Volatile.Read(ref _block))
        {
            sum += value;
        }

        Volatile.Write(ref _entered[thread], 0);
        return sum;
    }

    public void Replace(byte[] block)
    {
        lock (_retired)
        {
            byte[] old = Interlocked.Exchange(ref _block, block);
            _retired.Add((Interlocked.Increment(ref _epoch), old));
            long oldest = OldestEntered();
            for (int i = _retired.Count - 1; i >= 0; i--)
            {
                if (_retired[i].Epoch <= oldest)
                {
                    _reuse(_retired[i].Block);
                    _retired.RemoveAt(i);
                }
            }
        }
    }

    private long OldestEntered()
    {
        long oldest = long.MaxValue;
        for (int i = 0; i < _entered.Length; i++)
        {
            long entered = Volatile.Read(ref _entered[i]);
            if (entered != 0 && entered < oldest)
            {
                oldest = entered;
            }
        }

        return oldest;
    }
}
