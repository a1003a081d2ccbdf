using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007CallbackSlot.After;

public sealed class Pump
{
    private Action<int> _sink;

    public void Attach(Action<int> sink) => Volatile.Write(ref _sink, sink);

    public bool Detach() => Interlocked.Exchange(ref _sink, null) != null;

    public Task Run(CancellationToken token) => Task.Run(() => Loop(token), token);

    private void Loop(CancellationToken token)
    {
        for (int i = 0; !token.IsCancellationRequested; i++)
        {
            Action<int> sink = Volatile.Read(ref _sink);
            if (sink != null)
            {
                sink(i);
            }
        }
    }
}
