using System.Buffers;
using System.Threading;

namespace Corpus.Extra.NegAio3006SameLock;

public sealed class LockedBuffer
{
    private readonly object _sync = new object();
    private readonly Timer _timer;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(32);

    public LockedBuffer() => _timer = new Timer(Tick, null, 5, 5);

    public void Close()
    {
        _timer.Dispose();
        lock (_sync)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }
    }

    private void Tick(object state)
    {
        lock (_sync)
        {
            if (_buffer != null)
            {
                _buffer[0]++;
            }
        }
    }
}
