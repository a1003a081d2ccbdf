using System;
using System.Numerics;
using System.Threading;

namespace Corpus.Extra.Aio2002BitsThenZero.Before;

public sealed class InterruptController
{
    private readonly Action<int> _service;
    private readonly AutoResetEvent _line = new AutoResetEvent(false);
    private uint _raised;

    public InterruptController(Action<int> service)
    {
        _service = service;
        new Thread(ServiceLoop) { IsBackground = true, Name = "interrupts" }.Start();
    }

    public void Raise(int device)
    {
        Interlocked.Or(ref _raised, 1u << device);
        _line.Set();
    }

    private void ServiceLoop()
    {
        while (_line.WaitOne())
        {
            uint raised = Volatile.Read(ref _raised);
            Volatile.Write(ref _raised, 0);
            while (raised != 0)
            {
                int device = BitOperations.TrailingZeroCount(raised);
                raised &= raised - 1;
                _service(device);
            }
        }
    }
}
