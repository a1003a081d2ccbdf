using System;
using System.Linq;
using System.Threading;

namespace Corpus.Extra.NegAio2007ArrayGrows;

public sealed class Bells
{
    private readonly object _gate = new object();
    private volatile Action[] _ringers = Array.Empty<Action>();

    public void Add(Action ringer)
    {
        lock (_gate)
            _ringers = _ringers.Append(ringer).ToArray();
    }

    public void Ring()
    {
        for (int i = 0; i < _ringers.Length; i++)
            _ringers[i]();
    }

    public void RingFirst()
    {
        if (_ringers.Length > 0)
            _ringers[0]();
    }

    public void Start() => new Thread(Ring) { IsBackground = true }.Start();
}
