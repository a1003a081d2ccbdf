using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2003LoopOwned;

public sealed class EventLoop
{
    private readonly BlockingCollection<int> _requests = new();
    private volatile int _open;

    public EventLoop() => new Thread(Run) { IsBackground = true }.Start();

    public bool IsIdle => _open == 0;

    public void Post(int request) => _requests.Add(request);

    private void Run()
    {
        foreach (int request in _requests.GetConsumingEnumerable())
        {
            if (request > 0)
            {
                Opened();
            }
            else
            {
                Closed();
            }
        }
    }

    private void Opened() => _open++;

    private void Closed() => _open--;
}
