using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2002RegistrationTakenThenSleeps.Before;

public sealed class ScanLanes
{
    private readonly ConcurrentQueue<string> _paths = new ConcurrentQueue<string>();
    private readonly SemaphoreSlim _bell = new SemaphoreSlim(0);
    private readonly Action<string> _scan;
    private int _asleep;

    public ScanLanes(int lanes, Action<string> scan)
    {
        _scan = scan;
        for (int i = 0; i < lanes; i++)
        {
            new Thread(Run) { IsBackground = true }.Start();
        }
    }

    public void Post(string path)
    {
        _paths.Enqueue(path);
        Interlocked.MemoryBarrier();
        if (TakeOne())
        {
            _bell.Release();
        }
    }

    private bool TakeOne()
    {
        int seen = Volatile.Read(ref _asleep);
        while (seen > 0)
        {
            int was = Interlocked.CompareExchange(ref _asleep, seen - 1, seen);
            if (was == seen)
            {
                return true;
            }

            seen = was;
        }

        return false;
    }

    private void Run()
    {
        while (true)
        {
            if (_paths.TryDequeue(out string path))
            {
                _scan(path);
                continue;
            }

            Interlocked.Increment(ref _asleep);
            if (!_paths.IsEmpty && !TakeOne())
            {
                continue;
            }

            _bell.Wait();
        }
    }
}
