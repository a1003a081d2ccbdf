using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio2007ReplacedUnderLock;

/// <summary>Files and settings that are replaced under a lock; what is used behind it is this thread's own, or is never disposed of.</summary>
public sealed class LogTarget : IDisposable
{
    private readonly object _gate = new();
    private StreamWriter _writer;
    private StreamWriter _spare;
    private Settings _settings = new Settings(80);

    public void Reopen(string path)
    {
        StreamWriter opened;
        lock (_gate)
        {
            _writer?.Dispose();
            _writer = opened = new StreamWriter(path);
        }

        opened.WriteLine("opened");
    }

    public int Resize(int width)
    {
        lock (_gate)
        {
            _settings = new Settings(width);
        }

        return _settings.Width;
    }

    public void Prepare(string path)
    {
        lock (_gate)
        {
            if (_spare == null)
            {
                _spare = new StreamWriter(path);
            }
        }

        _spare.Flush();
    }

    public void Write(string line)
    {
        lock (_gate)
        {
            _writer?.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _writer?.Dispose();
            _writer = null;
            _spare?.Dispose();
            _spare = null;
        }
    }

    private sealed class Settings
    {
        public Settings(int width) => Width = width;

        public int Width { get; }
    }
}
