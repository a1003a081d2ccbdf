using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1001ReaderSlots.After;

public sealed class BigReaderGate
{
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Reader
    {
        public int Inside;
    }

    private readonly Reader[] _readers;
    private int _writer;

    public BigReaderGate(int threads)
    {
        _readers = new Reader[threads];
    }

    public void EnterRead(int thread)
    {
        ref int inside = ref _readers[thread].Inside;
        var spin = new SpinWait();
        while (true)
        {
            Interlocked.Exchange(ref inside, 1);
            if (Volatile.Read(ref _writer) == 0)
            {
                return;
            }

            Volatile.Write(ref inside, 0);
            while (Volatile.Read(ref _writer) != 0)
            {
                spin.SpinOnce();
            }
        }
    }

    public void ExitRead(int thread) => Volatile.Write(ref _readers[thread].Inside, 0);

    public void Write(Action change)
    {
        var spin = new SpinWait();
        while (Interlocked.CompareExchange(ref _writer, 1, 0) != 0)
        {
            spin.SpinOnce();
        }

        for (int i = 0; i < _readers.Length; i++)
        {
            while (Volatile.Read(ref _readers[i].Inside) != 0)
            {
                spin.SpinOnce();
            }
        }

        try
        {
            change();
        }
        finally
        {
            Volatile.Write(ref _writer, 0);
        }
    }
}
