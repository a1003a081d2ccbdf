using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2002ClearedInFinally
{
    /// <summary>Writes frames in the order in which they were queued; one caller at a time writes for all.</summary>
    public sealed class FrameWriter
    {
        private readonly ConcurrentQueue<byte[]> _frames = new ConcurrentQueue<byte[]>();
        private readonly Stream _stream;
        private readonly Action<Exception> _failed;
        private int _writing;

        public FrameWriter(Stream stream, Action<Exception> failed)
        {
            _stream = stream;
            _failed = failed;
        }

        public void Queue(byte[] frame)
        {
            _frames.Enqueue(frame);
            _ = WriteAsync();
        }

        private async Task WriteAsync()
        {
            while (!_frames.IsEmpty && Interlocked.CompareExchange(ref _writing, 1, 0) == 0)
            {
                try
                {
                    while (_frames.TryDequeue(out byte[] frame))
                    {
                        await _stream.WriteAsync(frame, 0, frame.Length).ConfigureAwait(false);
                    }
                }
                catch (IOException e)
                {
                    _failed(e);
                    return;
                }
                finally
                {
                    Interlocked.Exchange(ref _writing, 0);
                }
            }
        }
    }
}
