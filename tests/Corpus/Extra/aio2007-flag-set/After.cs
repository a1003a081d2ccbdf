using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2007FlagSet.After;

public interface IFlagSource
{
    event EventHandler Changed;

    IEnumerable<string> Fetch();
}

public sealed class FeatureGate : IDisposable
{
    private readonly Lock _loading = new();
    private readonly IFlagSource _source;
    private volatile FlagSet _flags;
    private int _loads;

    public FeatureGate(IFlagSource source)
    {
        _source = source;
        _source.Changed += OnChanged;
    }

    public int Loads => Volatile.Read(ref _loads);

    private FlagSet Current => _flags is { Stale: false } known ? known : Load();

    public bool IsOn(string name) => Current.Names.Contains(name);

    public bool AnyOn(ReadOnlySpan<string> names)
    {
        FrozenSet<string> on = Current.Names;
        foreach (string name in names)
        {
            if (on.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _source.Changed -= OnChanged;

    private void OnChanged(object sender, EventArgs e)
    {
        lock (_loading)
        {
            _flags = null;
        }
    }

    private FlagSet Load()
    {
        lock (_loading)
        {
            if (_flags is { Stale: false } known)
            {
                return known;
            }

            var fresh = new FlagSet(_source.Fetch().ToFrozenSet(StringComparer.Ordinal), Environment.TickCount64);
            _flags = fresh;
            Interlocked.Increment(ref _loads);
            return fresh;
        }
    }

    private sealed record FlagSet(FrozenSet<string> Names, long LoadedAt)
    {
        public bool Stale => Environment.TickCount64 - LoadedAt > 30_000;
    }
}
