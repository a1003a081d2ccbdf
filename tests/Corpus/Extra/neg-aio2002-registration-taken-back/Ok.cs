using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2002RegistrationTakenBack;

public sealed class ParkingScheduler
{
    private readonly ConcurrentQueue<Action> _work = new ConcurrentQueue<Action>();
    private readonly SemaphoreSlim _bell = new SemaphoreSlim(0);
    private readonly Action<Exception> _onError;
    private int _sleepers;
    private long _executed;

    private ParkingScheduler(Action<Exception> onError)
    {
        _onError = onError;
    }

    public static ParkingScheduler Launch(int workers, Action<Exception> onError)
    {
        var scheduler = new ParkingScheduler(onError);
        for (int i = 0; i < workers; i++)
        {
            var thread = new Thread(scheduler.Run) { IsBackground = true, Name = "lane-" + i };
            thread.Start();
        }
        return scheduler;
    }

    public long Executed => Interlocked.Read(ref _executed);

    public int Idle => Volatile.Read(ref _sleepers);

    public void Post(Action job)
    {
        if (job == null) throw new ArgumentNullException(nameof(job));
        _work.Enqueue(job);
        Interlocked.MemoryBarrier();
        WakeOne();
    }

    private void WakeOne()
    {
        if (TakeSleeper())
        {
            _bell.Release();
        }
    }

    private bool TakeSleeper()
    {
        int seen = Volatile.Read(ref _sleepers);
        while (seen > 0)
        {
            int was = Interlocked.CompareExchange(ref _sleepers, seen - 1, seen);
            if (was == seen) return true;
            seen = was;
        }
        return false;
    }

    private void Run()
    {
        while (true)
        {
            if (_work.TryDequeue(out Action job))
            {
                Execute(job);
                continue;
            }

            Interlocked.Increment(ref _sleepers);
            if (!_work.IsEmpty && TakeSleeper())
            {
                continue;
            }
            _bell.Wait();
        }
    }

    private void Execute(Action job)
    {
        try
        {
            job();
        }
        catch (Exception e)
        {
            _onError(e);
        }
        Interlocked.Increment(ref _executed);
    }
}
