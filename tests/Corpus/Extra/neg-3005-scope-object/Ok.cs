using System;
using System.Threading;

namespace Corpus.Extra.Neg3005ScopeObject;

public sealed class WriteScope : IDisposable
{
    private readonly ReaderWriterLockSlim _sync;
    private bool _held;

    public WriteScope(ReaderWriterLockSlim sync, Action check)
    {
        _sync = sync;
        _sync.EnterWriteLock();
        _held = true;
        try
        {
            check();
        }
        catch
        {
            _held = false;
            _sync.ExitWriteLock();
            throw;
        }
    }

    public void Dispose()
    {
        if (_held)
        {
            _held = false;
            _sync.ExitWriteLock();
        }
    }
}
