using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005Throttle;

public sealed class Downloads
{
    private readonly SemaphoreSlim _slots;
    private readonly Func<Uri, Task> _fetch;

    public Downloads(int parallel, Func<Uri, Task> fetch)
    {
        _slots = new SemaphoreSlim(parallel);
        _fetch = fetch;
    }

    public async Task AllAsync(IEnumerable<Uri> uris)
    {
        var running = new List<Task>();
        foreach (Uri uri in uris)
        {
            await _slots.WaitAsync();
            if (uri.IsFile)
            {
                _slots.Release();
                continue;
            }

            running.Add(Task.Run(async () =>
            {
                try
                {
                    await _fetch(uri);
                }
                finally
                {
                    _slots.Release();
                }
            }));
        }

        await Task.WhenAll(running);
    }
}
