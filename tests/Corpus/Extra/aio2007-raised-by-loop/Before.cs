using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio2007RaisedByLoop.Before;

public sealed class LogTail : IDisposable
{
    private readonly string _path;
    private readonly Thread _reader;
    private volatile bool _stopped;
    private long _position;

    public LogTail(string path)
    {
        _path = path;
        _reader = new Thread(Follow) { IsBackground = true };
    }

    public event EventHandler<string> LineRead;

    public event EventHandler Truncated;

    public void Start() => _reader.Start();

    public void Dispose()
    {
        _stopped = true;
        _reader.Join();
    }

    private void Follow()
    {
        while (!_stopped)
        {
            using (var reader = new StreamReader(_path))
            {
                if (reader.BaseStream.Length < _position)
                {
                    _position = 0;
                    Truncated?.Invoke(this, EventArgs.Empty);
                }

                reader.BaseStream.Position = _position;
                for (string line = reader.ReadLine(); line != null; line = reader.ReadLine())
                    OnLine(line);
                _position = reader.BaseStream.Position;
            }

            Thread.Sleep(200);
        }
    }

    private void OnLine(string line)
    {
        if (LineRead != null)
            LineRead(this, line);
    }
}
