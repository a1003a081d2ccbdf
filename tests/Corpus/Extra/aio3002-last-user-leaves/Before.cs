using System.Collections.Generic;
using System.IO;

namespace Corpus.Extra.Aio3002LastUserLeaves.Before;

public sealed class SharedFiles
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Opened> _files = new();

    public Opened Open(string path)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(path, out Opened file))
            {
                _files.Add(path, file = new Opened(path));
            }

            file.Users++;
            return file;
        }
    }

    public void Close(Opened file)
    {
        bool isLast;
        lock (_gate)
        {
            isLast = --file.Users == 0;
        }

        if (isLast)
        {
            lock (_gate)
            {
                _files.Remove(file.Path);
            }

            file.Stream.Dispose();
        }
    }

    public sealed class Opened
    {
        internal readonly string Path;
        internal int Users;

        internal Opened(string path)
        {
            Path = path;
            Stream = File.OpenRead(path);
        }

        public Stream Stream { get; }
    }
}
