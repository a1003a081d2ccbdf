using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio2003EntryCompound.Before;

/// <summary>Counts the failures of each endpoint; requests on many threads report theirs.</summary>
public sealed class FailureTally
{
    private readonly ConcurrentDictionary<Uri, int> _failures = new();
    private readonly int _limit;

    public FailureTally(int limit)
    {
        if (limit <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(limit));
        }

        _limit = limit;
    }

    public bool Report(Uri endpoint)
    {
        _failures.TryAdd(endpoint, 0);
        _failures[endpoint] += 1;
        return _failures[endpoint] >= _limit;
    }

    public void Forgive(Uri endpoint) => _failures.TryRemove(endpoint, out _);

    public IReadOnlyList<Uri> Worst(int count) =>
        _failures.ToArray().OrderByDescending(e => e.Value).Take(count).Select(e => e.Key).ToList();

    public int this[Uri endpoint] => _failures.TryGetValue(endpoint, out var count) ? count : 0;
}
