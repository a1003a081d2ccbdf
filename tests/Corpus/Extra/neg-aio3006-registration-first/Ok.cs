using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006RegistrationFirst;

/// <summary>The callback counts in native memory; it is taken back, and waited for, before the memory is freed.</summary>
public sealed unsafe class CancelCount : IDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private readonly long* _count;
    private bool _freed;

    public CancelCount(CancellationToken token)
    {
        _count = (long*)NativeMemory.AllocZeroed((nuint)sizeof(long));
        _registration = token.Register(() => Interlocked.Increment(ref *_count));
    }

    public long Count => Volatile.Read(ref *_count);

    public void Dispose()
    {
        if (_freed)
        {
            return;
        }

        _freed = true;
        _registration.Dispose();
        NativeMemory.Free(_count);
    }
}
