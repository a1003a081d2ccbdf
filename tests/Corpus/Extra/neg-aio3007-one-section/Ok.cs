using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3007OneSection;

public sealed class Lease
{
    public DateTime Until;
    public string Holder;
}

public sealed class LeaseTable
{
    private readonly object _sync = new object();
    private readonly Dictionary<string, Lease> _leases = new Dictionary<string, Lease>();

    public void Take(string key, string holder, TimeSpan length)
    {
        lock (_sync)
        {
            var lease = new Lease();
            _leases[key] = lease;
            lease.Holder = holder;
            lease.Until = DateTime.UtcNow + length;
        }
    }

    public string HolderOf(string key)
    {
        Lease lease;
        lock (_sync)
        {
            _leases.TryGetValue(key, out lease);
        }

        return lease == null || lease.Until < DateTime.UtcNow ? null : lease.Holder;
    }
}
