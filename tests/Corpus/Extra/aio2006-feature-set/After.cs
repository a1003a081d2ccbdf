using System;
using System.Collections.Immutable;
using System.Threading;

namespace Corpus.Extra.Aio2006FeatureSet.After;

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
        while (true)
        {
            FeatureSet seen = Volatile.Read(ref _current);
            FeatureSet next = seen.With(name);
            if (Interlocked.CompareExchange(ref _current, next, seen) == seen)
            {
                return true;
            }
        }
    }
}
