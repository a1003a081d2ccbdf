using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

/// <summary>Log files by tenant; writers come from all requests, and a tenant may be closed at any time.</summary>
public sealed class TenantLogs
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private readonly Dictionary<string, StreamWriter> _files = new Dictionary<string, StreamWriter>();

    public void Open(string tenant, string path)
    {
        _lock.EnterWriteLock();
        try
        {
            _files[tenant] = new StreamWriter(path, append: true);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void Write(string tenant, string line)
    {
        _lock.EnterReadLock();
        try
        {
            if (_files.TryGetValue(tenant, out StreamWriter file))
            {
                lock (file)
                {
                    file.WriteLine(line);
                }
            }
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Close(string tenant)
    {
        StreamWriter file;
        _lock.EnterWriteLock();
        try
        {
            if (!_files.Remove(tenant, out file))
                return;
        }
        finally
        {
            _lock.ExitWriteLock();
        }

        file.Dispose();
    }
}
