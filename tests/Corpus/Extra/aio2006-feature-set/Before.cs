using System;
using System.Collections.Immutable;
using System.Threading;

namespace Corpus.Extra.Aio2006FeatureSet.Before;

public sealed record FeatureSet(ImmutableHashSet<string> Enabled, int Revision)
{
    public FeatureSet With(string name) => new(Enabled.Add(name), Revision + 1);
}

public sealed class FeatureSwitches
{
    private FeatureSet _current = new(ImmutableHashSet<string>.Empty, 0);

    public bool IsOn(string name) => Volatile.Read(ref _current).Enabled.Contains(name);

    public bool Enable(string name)
    {
        FeatureSet next = _current.With(name);
        return Interlocked.CompareExchange(ref _current, next, _current) != next;
    }
}
