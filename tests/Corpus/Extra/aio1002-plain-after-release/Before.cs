using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1002PlainAfterRelease.Before;

public sealed class Download
{
    private readonly byte[] _buffer;
    private readonly Stream _source;
    private int _received;
    private bool _complete;

    public Download(Stream source, int limit)
    {
        _source = source;
        _buffer = new byte[limit];
    }

    public int Received => Volatile.Read(ref _received);

    public void Start() => Task.Run(ReceiveAll);

    public bool TryGetFile(out ReadOnlyMemory<byte> file)
    {
        bool complete = Volatile.Read(ref _complete);
        file = complete ? new ReadOnlyMemory<byte>(_buffer, 0, Received) : default;
        return complete;
    }

    private void ReceiveAll()
    {
        int at = 0;
        while (at < _buffer.Length)
        {
            int read = _source.Read(_buffer, at, _buffer.Length - at);
            if (read == 0)
            {
                break;
            }

            at += read;
            Volatile.Write(ref _received, at);
        }

        _complete = true;
    }
}
