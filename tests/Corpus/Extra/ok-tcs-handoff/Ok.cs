using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkTcsHandoff;

public sealed class Probe
{
    private readonly TaskCompletionSource _finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _hops;
    private double _latency;
    private string _error;

    public void Begin(Func<(int Hops, double Latency)> measure)
    {
        var thread = new Thread(() =>
        {
            try
            {
                (_hops, _latency) = measure();
            }
            catch (TimeoutException e)
            {
                _error = e.Message;
            }

            _finished.SetResult();
        });
        thread.IsBackground = true;
        thread.Start();
    }

    public async Task<string> DescribeAsync(TimeSpan timeout)
    {
        try
        {
            await _finished.Task.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return "still running";
        }

        return _error ?? _hops + " hops, " + _latency.ToString("F1") + " ms";
    }
}
