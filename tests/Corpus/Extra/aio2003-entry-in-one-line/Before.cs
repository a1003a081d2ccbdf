using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio2003EntryInOneLine.Before;

/// <summary>Traffic of each customer, in bytes; every connection reports what it has carried when it ends, on a thread of the pool.</summary>
public sealed class TrafficBook
{
    private readonly ConcurrentDictionary<string, long> _carried = new();
    private readonly long _allowance;

    public TrafficBook(long allowance)
    {
        if (allowance <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(allowance));
        }

        _allowance = allowance;
    }

    public void Report(string customer, long bytes)
    {
        if (bytes <= 0)
        {
            return;
        }

        _carried[customer] = _carried.TryGetValue(customer, out var before) ? before + bytes : bytes;
    }

    public bool IsOver(string customer) => _carried.TryGetValue(customer, out var bytes) && bytes > _allowance;

    public IReadOnlyDictionary<string, long> Bill() => _carried.Where(e => e.Value > 0).ToDictionary(e => e.Key, e => e.Value);

    public void NewMonth() => _carried.Clear();
}
