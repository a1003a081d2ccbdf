using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002SoftLimit;

public sealed class RecentErrors
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, int> _counts = new Dictionary<string, int>();
    private readonly int _most;
    private int _noted;

    public RecentErrors(int most) => _most = most;

    public void Note(string error)
    {
        if (_noted >= _most)
            return;
        lock (_gate)
        {
            _counts.TryGetValue(error, out int count);
            _counts[error] = count + 1;
            _noted++;
        }
    }

    public KeyValuePair<string, int>[] Take()
    {
        lock (_gate)
        {
            var all = new List<KeyValuePair<string, int>>(_counts);
            _counts.Clear();
            _noted = 0;
            return all.ToArray();
        }
    }
}
