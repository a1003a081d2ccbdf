using System.Threading;

namespace Corpus.Extra.Aio3005GotoPastExit.After;

public sealed class FrameStore
{
    private static readonly object s_sync = new object();
    private readonly byte[] _buffer = new byte[1024];
    private int _used;

    public int Store(byte[] frame)
    {
        int result = 0;
        Monitor.Enter(s_sync);
        if (frame.Length == 0)
        {
            result = -1;
            goto leave;
        }

        if (_used + frame.Length > _buffer.Length)
        {
            result = -2;
            goto leave;
        }

        for (int i = 0; i < frame.Length; i++)
        {
            _buffer[_used++] = frame[i];
        }

    leave:
        Monitor.Exit(s_sync);
        return result;
    }
}
