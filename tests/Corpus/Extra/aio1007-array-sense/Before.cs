using System;
using System.Threading;

namespace Corpus.Extra.Aio1007ArraySense.Before;

public sealed class WorkerGang
{
    private readonly int[] _go;
    private readonly Action<int, int> _work;
    private int _running;

    public WorkerGang(int workers, Action<int, int> work)
    {
        _go = new int[workers];
        _work = work;
        for (int i = 0; i < workers; i++)
        {
            int id = i;
            new Thread(() => Work(id)) { IsBackground = true }.Start();
        }
    }

    public void RunRound(int round)
    {
        Volatile.Write(ref _running, _go.Length);
        for (int i = 0; i < _go.Length; i++)
        {
            Volatile.Write(ref _go[i], round);
        }

        var spin = new SpinWait();
        while (Volatile.Read(ref _running) != 0)
        {
            spin.SpinOnce();
        }
    }

    private void Work(int id)
    {
        for (int done = 0; ; done++)
        {
            while (_go[id] == done)
            {
            }

            _work(id, done + 1);
            Interlocked.Decrement(ref _running);
        }
    }
}
