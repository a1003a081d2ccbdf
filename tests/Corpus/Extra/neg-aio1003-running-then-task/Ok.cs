using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio1003RunningThenTask;

public sealed class Trimmer
{
    private enum Phase { Fresh, Running, Asked, Ended }

    private readonly SemaphoreSlim _work = new(0);
    private volatile Task _task;
    private volatile int _phase;

    public bool HasEnded => _phase == (int)Phase.Ended;

    public void Start()
    {
        _phase = (int)Phase.Running;
        _task = Task.Run(Loop);
    }

    public void Stop(bool wait)
    {
        int before = Interlocked.CompareExchange(ref _phase, (int)Phase.Asked, (int)Phase.Running);
        if (before == (int)Phase.Running)
            _work.Release();
        if (!wait || before is not ((int)Phase.Running or (int)Phase.Asked))
            return;
        while (!HasEnded && !(_task is { IsCompleted: true }))
            Thread.Yield();
    }

    public void Poke() => _work.Release();

    private async Task Loop()
    {
        while (_phase == (int)Phase.Running)
            await _work.WaitAsync();
        Interlocked.Exchange(ref _phase, (int)Phase.Ended);
    }
}
