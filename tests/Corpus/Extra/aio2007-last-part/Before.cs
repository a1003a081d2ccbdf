using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007LastPart.Before;

/// <summary>Uploads a large file in parts, several at a time; whoever has uploaded the last part puts the parts together.</summary>
public sealed class MultipartUpload
{
    private readonly Func<int, Stream, Task> _sendPart;
    private readonly Action<string> _assemble;
    private readonly string _uploadId;
    private readonly long _partSize;
    private int _partsLeft;
    private long _bytesSent;

    public MultipartUpload(string uploadId, long partSize, Func<int, Stream, Task> sendPart, Action<string> assemble)
    {
        _uploadId = uploadId;
        _partSize = partSize;
        _sendPart = sendPart;
        _assemble = assemble;
    }

    public long BytesSent => Interlocked.Read(ref _bytesSent);

    public Task StartAsync(IReadOnlyList<Stream> parts)
    {
        _partsLeft = parts.Count;
        var running = new Task[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            var number = i;
            running[i] = Task.Run(() => UploadAsync(number, parts[number]));
        }

        return Task.WhenAll(running);
    }

    private async Task UploadAsync(int number, Stream part)
    {
        await _sendPart(number, part).ConfigureAwait(false);
        Interlocked.Add(ref _bytesSent, Math.Min(part.Length, _partSize));
        Interlocked.Decrement(ref _partsLeft);
        if (_partsLeft == 0)
        {
            _assemble(_uploadId);
        }
    }
}
