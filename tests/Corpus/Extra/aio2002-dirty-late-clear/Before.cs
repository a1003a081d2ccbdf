using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002DirtyLateClear.Before;

public sealed class SettingsStore
{
    private readonly ConcurrentDictionary<string, string> _values = new ConcurrentDictionary<string, string>();
    private readonly Action<KeyValuePair<string, string>[]> _save;
    private int _dirty;

    public SettingsStore(Action<KeyValuePair<string, string>[]> save, CancellationToken stop)
    {
        _save = save;
        _ = Task.Run(() => SaveLoop(stop), stop);
    }

    public string this[string key]
    {
        get => _values.TryGetValue(key, out string value) ? value : null;
        set
        {
            _values[key] = value;
            Interlocked.Exchange(ref _dirty, 1);
        }
    }

    private async Task SaveLoop(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(1000, stop).ConfigureAwait(false);
            SaveIfDirty();
        }
    }

    private void SaveIfDirty()
    {
        if (Volatile.Read(ref _dirty) == 0)
        {
            return;
        }

        _save(_values.ToArray());
        Interlocked.Exchange(ref _dirty, 0);
    }
}
