using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3005ConditionsInLocals;

public sealed class Roster : IDisposable
{
    private readonly ReaderWriterLockSlim _names = new ReaderWriterLockSlim(LockRecursionPolicy.NoRecursion);
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private readonly List<string> _list = new List<string>();
    private readonly Func<Task> _load;
    private int _polling;
    private int _busy;
    private volatile bool _isClosed;

    public Roster(Func<Task> load) => _load = load;

    public async Task LoadAsync(bool wait)
    {
        bool isWaited = wait;
        if (isWaited)
            await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await _load().ConfigureAwait(false);
        }
        finally
        {
            bool isTaken = wait;
            if (isTaken)
                _turn.Release();
        }
    }

    public void Add(string name)
    {
        _names.EnterUpgradeableReadLock();
        try
        {
            if (_list.Contains(name))
                return;
            _names.EnterWriteLock();
            _list.Add(name);
        }
        finally
        {
            bool isWriting = _names.IsWriteLockHeld;
            if (isWriting)
                _names.ExitWriteLock();
            _names.ExitUpgradeableReadLock();
        }
    }

    public async Task PollAsync()
    {
        bool isPolled = Interlocked.CompareExchange(ref _polling, 1, 0) != 0;
        if (isPolled)
            return;
        bool isOver = _isClosed;
        if (isOver)
            return;
        try
        {
            await _load().ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _polling, 0);
        }
    }

    public async Task RefreshAsync()
    {
        bool isBusy = Interlocked.Exchange(ref _busy, 1) == 1;
        if (isBusy)
            return;
        try
        {
            await _load().ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    public void Dispose() => _isClosed = true;
}
