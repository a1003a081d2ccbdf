using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005TimeoutIgnored.Before;

public sealed class Journal
{
    private readonly SemaphoreSlim _one = new SemaphoreSlim(1, 1);
    private long _position;

    public async Task<long> AdvanceAsync(int by)
    {
        await _one.WaitAsync(500);
        try
        {
            _position += by;
            await Task.Yield();
            return _position;
        }
        finally
        {
            _one.Release();
        }
    }
}
