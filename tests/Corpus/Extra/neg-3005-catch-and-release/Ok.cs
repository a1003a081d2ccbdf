using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005CatchAndRelease;

public sealed class Deployer
{
    private readonly SemaphoreSlim _one = new SemaphoreSlim(1, 1);
    private int _done;

    public async Task<int> RunAsync(Func<Task<int>> step)
    {
        await _one.WaitAsync();
        int result;
        try
        {
            result = await step();
            _done++;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _one.Release();
            throw;
        }
        catch
        {
            _one.Release();
            throw;
        }

        _one.Release();
        return result;
    }
}
