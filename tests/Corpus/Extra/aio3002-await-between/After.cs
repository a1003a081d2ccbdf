using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002AwaitBetween.After;

public sealed class Documents
{
    private readonly SemaphoreSlim _mutex = new SemaphoreSlim(1);
    private readonly Dictionary<int, string> _open = new Dictionary<int, string>();
    private readonly Func<int, Task<string>> _load;

    public Documents(Func<int, Task<string>> load)
    {
        _load = load;
    }

    public async Task<string> OpenAsync(int id)
    {
        await _mutex.WaitAsync();
        bool isOpen = _open.ContainsKey(id);
        _mutex.Release();
        if (isOpen)
        {
            return null;
        }

        string text = await _load(id);
        await _mutex.WaitAsync();
        try
        {
            if (!_open.TryAdd(id, text))
            {
                return null;
            }
        }
        finally
        {
            _mutex.Release();
        }

        return text;
    }

    public async Task CloseAsync(int id)
    {
        await _mutex.WaitAsync();
        try
        {
            _open.Remove(id);
        }
        finally
        {
            _mutex.Release();
        }
    }
}
