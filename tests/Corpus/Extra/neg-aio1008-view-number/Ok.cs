using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio1008ViewNumber;

public sealed class Directory
{
    private readonly object _sync = new();
    private Dictionary<string, int> _owners = new();
    private long _recoveredView;

    public async Task<int> FindAsync(string key, Func<int, Task<bool>> ask)
    {
        while (true)
        {
            long view = _recoveredView;
            int owner;
            Dictionary<string, int> owners = _owners;
            lock (_sync)
                owner = owners.GetValueOrDefault(key);
            bool isAnswered = await ask(owner).ConfigureAwait(false);
            if (view != _recoveredView)
                continue;
            if (isAnswered)
                return owner;
        }
    }

    public void Replace(Dictionary<string, int> owners) => Volatile.Write(ref _owners, owners);

    public void Recover(long view)
    {
        long known = _recoveredView;
        if (known < view)
            Interlocked.CompareExchange(ref _recoveredView, view, known);
    }
}
