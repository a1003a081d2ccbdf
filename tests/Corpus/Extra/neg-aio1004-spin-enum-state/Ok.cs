using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004SpinEnumState;

public sealed class Handoff<T>
{
    private enum Stage
    {
        Empty,
        Offered,
        Taken,
    }

    private volatile Stage _stage;
    private T _item;

    public void Offer(T item)
    {
        _item = item;
        _stage = Stage.Offered;
        var spin = new SpinWait();
        while (_stage != Stage.Taken)
        {
            spin.SpinOnce();
        }

        _stage = Stage.Empty;
    }

    public T Accept()
    {
        var spin = new SpinWait();
        while (_stage != Stage.Offered)
        {
            spin.SpinOnce();
        }

        T item = _item;
        _item = default;
        _stage = Stage.Taken;
        return item;
    }
}
