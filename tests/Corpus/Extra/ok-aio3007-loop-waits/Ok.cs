using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007LoopWaits;

public sealed class Indexer
{
    private readonly ManualResetEventSlim _ready = new ManualResetEventSlim();
    private readonly Thread _thread;
    private List<string> _files;
    private int _found;

    public Indexer(IEnumerable<string> files)
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
        _files = new List<string>(files);
        _ready.Set();
    }

    public int Found => Volatile.Read(ref _found);

    private void Run()
    {
        _ready.Wait();
        foreach (string file in _files)
        {
            if (file.Length > 0)
            {
                Interlocked.Increment(ref _found);
            }
        }
    }
}
