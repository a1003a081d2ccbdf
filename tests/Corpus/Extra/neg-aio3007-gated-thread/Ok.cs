using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3007GatedThread;

public sealed class Indexer
{
    private readonly ManualResetEventSlim _go = new ManualResetEventSlim(false);
    private readonly ConcurrentQueue<string> _found = new ConcurrentQueue<string>();
    private readonly Thread _thread;
    private IReadOnlyList<string> _roots;

    public Indexer(IReadOnlyList<string> roots)
    {
        _thread = new Thread(Run);
        _thread.Start();
        _roots = roots;
        _go.Set();
    }

    public bool TryNext(out string path) => _found.TryDequeue(out path);

    private void Run()
    {
        _go.Wait();
        foreach (string root in _roots)
        {
            _found.Enqueue(root);
        }
    }
}
