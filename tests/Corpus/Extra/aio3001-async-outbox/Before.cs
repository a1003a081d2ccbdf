using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3001AsyncOutbox.Before;

public sealed class Outbox
{
    private readonly SemaphoreSlim _mutex = new SemaphoreSlim(1, 1);
    private readonly List<string> _letters = new List<string>();
    private readonly Func<string, Task> _send;

    public Outbox(Func<string, Task> send)
    {
        _send = send;
    }

    public async Task AddAsync(string letter)
    {
        await _mutex.WaitAsync().ConfigureAwait(false);
        try
        {
            _letters.Add(letter);
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task FlushAsync()
    {
        await _mutex.WaitAsync().ConfigureAwait(false);
        try
        {
            foreach (string letter in _letters)
            {
                await _send(letter).ConfigureAwait(false);
            }

            _letters.Clear();
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task AddUrgentAsync(string letter)
    {
        _letters.Insert(0, letter);
        await FlushAsync().ConfigureAwait(false);
    }
}
