using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;

namespace Corpus.Extra.Aio3007WatcherBeforeRules.After;

public sealed class DropFolder
{
    private readonly FileSystemWatcher _watcher;
    private readonly ConcurrentQueue<string> _accepted = new ConcurrentQueue<string>();
    private readonly HashSet<string> _suffixes;

    public DropFolder(string path, IEnumerable<string> suffixes)
    {
        _watcher = new FileSystemWatcher(path);
        _suffixes = new HashSet<string>(suffixes);
        _watcher.Created += OnCreated;
        _watcher.EnableRaisingEvents = true;
    }

    public bool TryTake(out string path) => _accepted.TryDequeue(out path);

    private void OnCreated(object sender, FileSystemEventArgs args)
    {
        if (_suffixes.Contains(Path.GetExtension(args.FullPath)))
        {
            _accepted.Enqueue(args.FullPath);
        }
    }
}
