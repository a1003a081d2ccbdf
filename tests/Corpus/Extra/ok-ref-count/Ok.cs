using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.OkRefCount;

public sealed class SharedFile
{
    private readonly FileStream _file;
    private int _leases = 1;

    public SharedFile(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
    }

    public bool TryLease()
    {
        for (int leases = Volatile.Read(ref _leases); leases > 0;)
        {
            int found = Interlocked.CompareExchange(ref _leases, leases + 1, leases);
            if (found == leases)
            {
                return true;
            }

            leases = found;
        }

        return false;
    }

    public void Release()
    {
        int left = Interlocked.Decrement(ref _leases);
        if (left < 0)
        {
            throw new InvalidOperationException("Released more often than leased.");
        }

        if (left == 0)
        {
            _file.Dispose();
        }
    }

    public int ReadAt(long offset, Span<byte> into)
    {
        if (!TryLease())
        {
            return 0;
        }

        try
        {
            return RandomAccess.Read(_file.SafeFileHandle, into, offset);
        }
        finally
        {
            Release();
        }
    }

    public override string ToString() => _file.Name + " (" + _leases + " leases)";
}
