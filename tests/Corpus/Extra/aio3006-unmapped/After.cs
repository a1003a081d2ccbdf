using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio3006Unmapped.After;

public sealed unsafe class SharedRegion
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private readonly nuint _length;
    private byte* _base;

    public SharedRegion(byte* at, nuint length)
    {
        _base = at;
        _length = length;
    }

    [DllImport("libc", EntryPoint = "munmap")]
    private static extern int Unmap(byte* at, nuint length);

    public int Peek(int offset)
    {
        _lock.EnterReadLock();
        try
        {
            return _base == null ? -1 : _base[offset];
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Close()
    {
        byte* old;
        _lock.EnterWriteLock();
        try
        {
            old = _base;
            _base = null;
        }
        finally
        {
            _lock.ExitWriteLock();
        }

        Unmap(old, _length);
    }
}
