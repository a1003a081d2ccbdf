using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio4003AsyncLoop.Before;

public sealed class Mirror
{
    private readonly Func<Task<bool>> _copyNext;
    private long _lag;

    public Mirror(Func<Task<bool>> copyNext) => _copyNext = copyNext;

    public void Report(long lag) => Volatile.Write(ref _lag, lag);

    public async Task RunAsync(int delay)
    {
        while (await _copyNext())
        {
            if (_lag < 1000)
            {
                await Task.Delay(delay);
            }
        }
    }
}
