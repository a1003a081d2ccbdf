using System;
using System.IO;

namespace Corpus.Extra.Aio3002WatcherMadeTwice.Before;

public sealed class SettingsFile : IDisposable
{
    private readonly object _sync = new object();
    private readonly string _directory;
    private readonly string _name;
    private FileSystemWatcher _watcher;

    public SettingsFile(string path)
    {
        _directory = Path.GetDirectoryName(Path.GetFullPath(path));
        _name = Path.GetFileName(path);
    }

    public string FullName => Path.Combine(_directory, _name);

    public void Watch(FileSystemEventHandler changed)
    {
        if (_watcher is null)
        {
            lock (_sync)
            {
                var watcher = new FileSystemWatcher(_directory, _name);
                watcher.Changed += changed;
                watcher.EnableRaisingEvents = true;
                _watcher = watcher;
            }
        }
    }

    public string Read()
    {
        using var reader = new StreamReader(FullName);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        _watcher?.Dispose();
    }
}
