using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001AnswerDropped.Before;

public sealed class Warmup
{
    private const int NotStarted = 0;
    private const int Started = 1;

    private readonly Func<Task> _load;
    private readonly Action<string> _log;
    private int _state;

    public Warmup(Func<Task> load, Action<string> log)
    {
        _load = load;
        _log = log;
    }

    public bool IsStarted => Volatile.Read(ref _state) == Started;

    public Task EnsureStarted()
    {
        if (IsStarted)
            return Task.CompletedTask;
        Interlocked.CompareExchange(ref _state, Started, NotStarted);
        _log("loading");
        return _load();
    }
}
