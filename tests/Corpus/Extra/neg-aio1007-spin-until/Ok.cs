using System;
using System.Threading;

namespace Corpus.Extra.NegAio1007SpinUntil;

public sealed class Handover
{
    private readonly Func<int> _work;
    private int _result;
    private bool _done;

    public Handover(Func<int> work) => _work = work;

    public int Run()
    {
        new Thread(Work).Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref _done));
        return _result;
    }

    private void Work()
    {
        _result = _work();
        Volatile.Write(ref _done, true);
    }
}
