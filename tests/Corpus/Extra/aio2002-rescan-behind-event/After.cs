using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio2002RescanBehindEvent.After;

public sealed class LibraryScanner
{
    private readonly ConcurrentDictionary<string, long> _sizes = new ConcurrentDictionary<string, long>();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private volatile IReadOnlyList<string> _roots = Array.Empty<string>();
    private volatile bool _stale;
    private volatile bool _stopping;
    private int _scans;

    public int Scans => Volatile.Read(ref _scans);

    public IReadOnlyCollection<string> Tracks => (IReadOnlyCollection<string>)_sizes.Keys;

    public void Start()
    {
        new Thread(Loop) { IsBackground = true, Name = "library-scanner" }.Start();
    }

    public void Stop()
    {
        _stopping = true;
        _wake.Set();
    }

    public void SetRoots(params string[] roots)
    {
        _roots = (string[])roots.Clone();
        _stale = true;
        _wake.Set();
    }

    private void Loop()
    {
        while (!_stopping)
        {
            _wake.WaitOne();
            if (Interlocked.Exchange(ref _stale, false))
            {
                Scan(_roots);
                Interlocked.Increment(ref _scans);
            }
        }
    }

    private void Scan(IReadOnlyList<string> roots)
    {
        var seen = new HashSet<string>();
        foreach (string root in roots)
        {
            foreach (FileInfo file in new DirectoryInfo(root).EnumerateFiles("*.flac", SearchOption.AllDirectories))
            {
                seen.Add(file.FullName);
                _sizes[file.FullName] = file.Length;
            }
        }

        foreach (string known in _sizes.Keys)
        {
            if (!seen.Contains(known))
            {
                _sizes.TryRemove(known, out _);
            }
        }
    }
}
