using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkConfigSnapshot;

public sealed record RateRule(string Path, int PerMinute);

public sealed class RateRules : IDisposable
{
    private sealed class Snapshot
    {
        public static readonly Snapshot Empty = new Snapshot(new Dictionary<string, RateRule>(), 60);

        public readonly Dictionary<string, RateRule> ByPath;
        public readonly int Default;

        public Snapshot(Dictionary<string, RateRule> byPath, int fallback)
        {
            ByPath = byPath;
            Default = fallback;
        }
    }

    private readonly Func<IReadOnlyList<RateRule>> _load;
    private readonly Timer _reload;
    private Snapshot _current = Snapshot.Empty;

    public RateRules(Func<IReadOnlyList<RateRule>> load)
    {
        _load = load;
        _reload = new Timer(static self => ((RateRules)self).Reload(), this, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    public int LimitOf(string path)
    {
        Snapshot snapshot = _current;
        return snapshot.ByPath.TryGetValue(path, out RateRule rule) ? rule.PerMinute : snapshot.Default;
    }

    private void Reload()
    {
        var byPath = new Dictionary<string, RateRule>(StringComparer.OrdinalIgnoreCase);
        int fallback = 60;
        foreach (RateRule rule in _load())
        {
            byPath[rule.Path] = rule;
            if (rule.Path == "*")
            {
                fallback = rule.PerMinute;
            }
        }

        _current = new Snapshot(byPath, fallback);
    }

    public void Dispose() => _reload.Dispose();
}
