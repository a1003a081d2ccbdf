using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001Releaser;

public sealed class AsyncGate
{
    private readonly SemaphoreSlim _one = new SemaphoreSlim(1, 1);

    public async Task<Releaser> EnterAsync()
    {
        await _one.WaitAsync().ConfigureAwait(false);
        return new Releaser(_one);
    }

    public readonly struct Releaser : IDisposable
    {
        private readonly SemaphoreSlim _one;

        public Releaser(SemaphoreSlim one) => _one = one;

        public void Dispose() => _one.Release();
    }
}

public sealed class Settings
{
    private readonly AsyncGate _gate = new AsyncGate();
    private readonly Dictionary<string, string> _values = new Dictionary<string, string>();
    private int _version;

    public async Task SetAsync(string key, string value)
    {
        using (await _gate.EnterAsync().ConfigureAwait(false))
        {
            _values[key] = value;
            _version++;
        }
    }

    public async Task<string> GetAsync(string key)
    {
        using var held = await _gate.EnterAsync().ConfigureAwait(false);
        return _values.TryGetValue(key, out string value) ? value + _version : null;
    }

    public async Task ClearAsync()
    {
        using (await _gate.EnterAsync())
        {
            _values.Clear();
            _version++;
        }
    }
}
