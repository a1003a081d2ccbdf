using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2002FinallyRetest;

public sealed class SerialSteps
{
    private readonly ConcurrentQueue<Func<Task>> _steps = new();
    private int _taken;

    public void Add(Func<Task> step)
    {
        _steps.Enqueue(step);
        _ = RunAsync();
    }

    private async Task RunAsync()
    {
        while (!_steps.IsEmpty)
        {
            bool mine = false;
            try
            {
                if (!(mine = Interlocked.Exchange(ref _taken, 1) == 0))
                    return;
                while (_steps.TryDequeue(out Func<Task>? step))
                    await step().ConfigureAwait(false);
            }
            finally
            {
                if (mine)
                    Interlocked.Exchange(ref _taken, 0);
            }
        }
    }
}
