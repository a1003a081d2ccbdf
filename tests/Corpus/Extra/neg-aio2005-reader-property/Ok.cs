using System;
using System.Threading;

namespace Corpus.Extra.NegAio2005ReaderProperty;

public sealed class Prepared
{
    private readonly object _gate = new object();
    private bool _isReady;
    private Guid _id;
    private string _name;

    public Guid Id
    {
        get
        {
            Prepare();
            return _id;
        }
    }

    public string Name
    {
        get
        {
            Prepare();
            return _name;
        }
    }

    private void Prepare()
    {
        lock (_gate)
        {
            if (_isReady)
                return;
            _id = Guid.NewGuid();
            _name = _id.ToString();
            _isReady = true;
        }
    }
}
