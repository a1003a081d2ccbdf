using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006NativeCancel.After;

public sealed unsafe class NativeScan : IDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private int* _cancelled;

    public NativeScan(CancellationToken token)
    {
        _cancelled = (int*)NativeMemory.AllocZeroed((nuint)sizeof(int));
        _registration = token.Register(static state => ((NativeScan)state).Cancel(), this);
    }

    public long Count(ReadOnlySpan<byte> data, byte wanted)
    {
        const int Chunk = 1 << 16;
        long hits = 0;
        while (!data.IsEmpty && Volatile.Read(ref *_cancelled) == 0)
        {
            ReadOnlySpan<byte> part = data.Slice(0, Math.Min(Chunk, data.Length));
            foreach (byte value in part)
            {
                hits += value == wanted ? 1 : 0;
            }

            data = data.Slice(part.Length);
        }

        return hits;
    }

    public void Dispose()
    {
        _registration.Dispose();
        NativeMemory.Free(_cancelled);
        _cancelled = null;
    }

    private void Cancel() => Volatile.Write(ref *_cancelled, 1);
}
