using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkStateMachine;

public sealed class BackgroundJob
{
    private enum Phase
    {
        New,
        Running,
        Done,
        Failed,
        Cancelled,
    }

    private readonly Func<CancellationToken, Task<int>> _body;
    private readonly CancellationTokenSource _cancel = new CancellationTokenSource();
    private volatile int _phase = (int)Phase.New;
    private int _result;

    public BackgroundJob(Func<CancellationToken, Task<int>> body) => _body = body;

    public string Status => ((Phase)_phase).ToString();

    public bool TryStart()
    {
        if (!Move(Phase.New, Phase.Running))
        {
            return false;
        }

        _ = Task.Run(RunAsync);
        return true;
    }

    public bool TryCancel()
    {
        if (Move(Phase.New, Phase.Cancelled))
        {
            return true;
        }

        _cancel.Cancel();
        return false;
    }

    public bool TryGetResult(out int result)
    {
        bool done = _phase == (int)Phase.Done;
        result = done ? _result : 0;
        return done;
    }

    private async Task RunAsync()
    {
        try
        {
            _result = await _body(_cancel.Token).ConfigureAwait(false);
            Move(Phase.Running, Phase.Done);
        }
        catch (OperationCanceledException)
        {
            Move(Phase.Running, Phase.Cancelled);
        }
        catch (Exception)
        {
            Move(Phase.Running, Phase.Failed);
        }
    }

    private bool Move(Phase from, Phase to) => Interlocked.CompareExchange(ref _phase, (int)to, (int)from) == (int)from;
}
