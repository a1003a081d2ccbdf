using System;
using System.Threading;

namespace Corpus.Extra.NegAio1007SpinUntil;

public sealed class Pause
{
    private bool _over;

    public void Begin(Action work) => new Thread(() =>
    {
        work();
        _over = true;
    }).Start();

    public void Await() => SpinWait.SpinUntil(() => _over);
}
