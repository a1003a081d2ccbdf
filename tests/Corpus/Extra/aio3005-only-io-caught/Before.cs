using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005OnlyIoCaught.Before;

public enum WriteResult
{
    Sent,
    Busy,
    Broken,
}

public sealed class PacketWriter
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _stream;
    private readonly TimeSpan _limit;
    private long _bytes;
    private volatile Exception _broken;

    public PacketWriter(Stream stream, TimeSpan limit)
    {
        _stream = stream;
        _limit = limit;
    }

    public long BytesSent => Interlocked.Read(ref _bytes);

    public Exception Failure => _broken;

    public async Task<WriteResult> SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        if (_broken is not null)
        {
            return WriteResult.Broken;
        }

        if (!await _turn.WaitAsync(_limit, cancellation).ConfigureAwait(false))
        {
            return WriteResult.Busy;
        }

        WriteResult outcome;
        try
        {
            await _stream.WriteAsync(frame, cancellation).ConfigureAwait(false);
            await _stream.FlushAsync(cancellation).ConfigureAwait(false);
            Interlocked.Add(ref _bytes, frame.Length);
            outcome = WriteResult.Sent;
        }
        catch (IOException e)
        {
            _broken = e;
            outcome = WriteResult.Broken;
        }

        _turn.Release();
        return outcome;
    }

    public async Task SendAllAsync(ReadOnlyMemory<byte>[] frames, CancellationToken cancellation)
    {
        foreach (ReadOnlyMemory<byte> frame in frames)
        {
            while (await SendAsync(frame, cancellation).ConfigureAwait(false) is WriteResult.Busy)
            {
                await Task.Yield();
            }
        }
    }
}
