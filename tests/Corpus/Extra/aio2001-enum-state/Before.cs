using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001EnumState.Before;

public partial class StreamPlayer
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int Stopping = 2;

    private volatile int _state;

    public bool Start()
    {
        if (!TryBegin())
        {
            return false;
        }

        Task.Run(Play);
        return true;
    }

    public void Stop() => Interlocked.CompareExchange(ref _state, Stopping, Running);

    private bool TryBegin()
    {
        if (_state == Idle)
        {
            _state = Running;
            return true;
        }

        return false;
    }
}

public partial class StreamPlayer
{
    private readonly Func<byte[]> _read;
    private readonly Action<byte[]> _play;

    public StreamPlayer(Func<byte[]> read, Action<byte[]> play)
    {
        _read = read;
        _play = play;
    }

    private void Play()
    {
        try
        {
            while (_state == Running && _read() is { } block)
            {
                _play(block);
            }
        }
        finally
        {
            _state = Idle;
        }
    }
}
