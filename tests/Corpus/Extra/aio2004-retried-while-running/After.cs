using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2004RetriedWhileRunning;

/// <summary>Uploads what was recorded, in the background, until the server refuses it.</summary>
public sealed class TrackUploader
{
    private const int Waiting = 0;
    private const int Uploading = 1;
    private const int Refused = 2;

    private readonly ConcurrentQueue<byte[]> _tracks = new ConcurrentQueue<byte[]>();
    private readonly Func<byte[], bool> _upload;
    private int _state;

    public TrackUploader(Func<byte[], bool> upload) => _upload = upload;

    public bool IsRefused => Volatile.Read(ref _state) == Refused;

    public void Add(byte[] track)
    {
        _tracks.Enqueue(track);
        Begin();
    }

    /// <summary>The account was changed: try once more.</summary>
    public void Retry()
    {
        Interlocked.CompareExchange(ref _state, Waiting, Refused);
        Begin();
    }

    private void Begin()
    {
        if (Interlocked.CompareExchange(ref _state, Uploading, Waiting) == Waiting)
        {
            ThreadPool.QueueUserWorkItem(_ => Upload());
        }
    }

    private void Upload()
    {
        while (_tracks.TryDequeue(out byte[]? track))
        {
            if (!_upload(track))
            {
                Volatile.Write(ref _state, Refused);
                return;
            }
        }

        Interlocked.Exchange(ref _state, Waiting);
        if (!_tracks.IsEmpty)
        {
            Begin();
        }
    }
}
