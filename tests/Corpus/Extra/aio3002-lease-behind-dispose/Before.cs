using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002LeaseBehindDispose.Before;

public interface IResourceHandle
{
    string Key { get; }

    void Close();
}

public sealed class LeaseManager : IDisposable
{
    private readonly Func<string, IResourceHandle> _open;
    private readonly object _sync = new object();
    private readonly HashSet<Lease> _live = new HashSet<Lease>();
    private bool _disposed;

    public LeaseManager(Func<string, IResourceHandle> open)
    {
        _open = open ?? throw new ArgumentNullException(nameof(open));
    }

    public int LiveCount
    {
        get
        {
            lock (_sync)
            {
                return _live.Count;
            }
        }
    }

    public Lease Acquire(string key)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(LeaseManager));
        }

        var lease = new Lease(this, _open(key));
        lock (_sync)
        {
            _live.Add(lease);
        }

        return lease;
    }

    public void Dispose()
    {
        Lease[] leases;
        lock (_sync)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            leases = new Lease[_live.Count];
            _live.CopyTo(leases);
            _live.Clear();
        }

        foreach (Lease lease in leases)
        {
            lease.CloseHandle();
        }
    }

    private void Forget(Lease lease)
    {
        lock (_sync)
        {
            _live.Remove(lease);
        }
    }

    public sealed class Lease : IDisposable
    {
        private readonly LeaseManager _manager;
        private readonly string _key;
        private IResourceHandle _handle;

        internal Lease(LeaseManager manager, IResourceHandle handle)
        {
            _manager = manager;
            _handle = handle;
            _key = handle.Key;
        }

        public string Key => _key;

        public bool IsHeld => Volatile.Read(ref _handle) != null;

        public void Dispose()
        {
            _manager.Forget(this);
            CloseHandle();
        }

        internal void CloseHandle()
        {
            Interlocked.Exchange(ref _handle, null)?.Close();
        }
    }
}
