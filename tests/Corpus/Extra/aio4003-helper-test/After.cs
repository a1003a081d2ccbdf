using System;
using System.Threading;

namespace Corpus.Extra.Aio4003HelperTest.After;

public sealed class Throttle
{
    private readonly Action<int> _send;
    private readonly int _largest;
    private bool _open;

    public Throttle(Action<int> send, int largest)
    {
        _send = send;
        _largest = largest;
    }

    public void Open()
    {
        Volatile.Write(ref _open, true);
    }

    public void Shut()
    {
        Volatile.Write(ref _open, false);
    }

    public bool Send(int size)
    {
        if (!MaySend(size))
        {
            return false;
        }

        _send(size);
        return true;
    }

    private bool MaySend(int size) => Volatile.Read(ref _open) && size <= _largest;
}
