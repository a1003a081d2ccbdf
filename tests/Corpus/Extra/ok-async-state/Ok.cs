using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkAsyncState;

public sealed class RespReader
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[4096];
    private int _head;
    private int _tail;
    private bool _ended;

    public RespReader(Stream stream)
    {
        _stream = stream;
    }

    public async Task<List<string>> ReadAllAsync(CancellationToken stop)
    {
        var lines = new List<string>();
        while (!_ended)
        {
            string line = await ReadLineAsync(stop).ConfigureAwait(false);
            if (line != null)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private async Task<string> ReadLineAsync(CancellationToken stop)
    {
        var line = new StringBuilder();
        while (true)
        {
            while (_head < _tail)
            {
                char c = (char)_buffer[_head++];
                if (c == '\n')
                {
                    return line.ToString();
                }

                line.Append(c);
            }

            _head = 0;
            _tail = await _stream.ReadAsync(_buffer, stop).ConfigureAwait(false);
            if (_tail == 0)
            {
                _ended = true;
                return line.Length > 0 ? line.ToString() : null;
            }
        }
    }
}
