using System.Collections.Generic;

namespace Corpus.Extra.Aio3007BucketsBeforeContent.After;

public sealed class Bucket
{
    public string Name;
    public int Hits;
}

public sealed class BucketIndex
{
    private volatile Bucket[] _buckets = new Bucket[0];

    public void Load(IReadOnlyList<string> names)
    {
        var buckets = new Bucket[names.Count];
        for (int i = 0; i < buckets.Length; i++)
        {
            buckets[i] = new Bucket { Name = names[i] };
        }

        _buckets = buckets;
    }

    public string NameOf(int hash)
    {
        Bucket[] buckets = _buckets;
        return buckets.Length == 0 ? null : buckets[hash % buckets.Length].Name;
    }
}
