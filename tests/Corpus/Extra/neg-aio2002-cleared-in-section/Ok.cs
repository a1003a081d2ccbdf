using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2002ClearedInSection;

public sealed class RootIndex
{
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly object _gate = new object();
    private readonly Dictionary<string, int> _depths = new Dictionary<string, int>();
    private IReadOnlyList<string> _roots = new List<string>();
    private volatile bool _stale;
    private volatile bool _stopping;

    public void Start()
    {
        new Thread(Loop) { IsBackground = true }.Start();
    }

    public void Stop()
    {
        _stopping = true;
        _wake.Set();
    }

    public void SetRoots(IReadOnlyList<string> roots)
    {
        lock (_gate)
        {
            _roots = roots;
        }

        _stale = true;
        _wake.Set();
    }

    public int DepthOf(string root)
    {
        lock (_gate)
        {
            return _depths.TryGetValue(root, out int depth) ? depth : -1;
        }
    }

    private void Loop()
    {
        while (!_stopping)
        {
            _wake.WaitOne();
            lock (_gate)
            {
                if (_stale)
                {
                    _stale = false;
                    foreach (string root in _roots)
                    {
                        _depths[root] = root.Split('/').Length;
                    }
                }
            }
        }
    }
}
