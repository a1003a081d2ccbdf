using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio3007UnreadByLoop;

public sealed class Sweeper
{
    private readonly ConcurrentQueue<string> _old = new ConcurrentQueue<string>();
    private readonly CancellationToken _stop;
    private readonly Thread _thread;
    private readonly string _name;
    private readonly DateTime _since;

    public Sweeper(string name, CancellationToken stop)
    {
        _stop = stop;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
        _name = name;
        _since = DateTime.UtcNow;
    }

    public override string ToString() => _name + " since " + _since;

    public void Add(string path) => _old.Enqueue(path);

    private void Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            while (_old.TryDequeue(out string path))
            {
                System.IO.File.Delete(path);
            }

            Thread.Sleep(100);
        }
    }
}
