using System;

namespace Corpus.Extra.NegAio2005CheckedTwice;

public sealed class Host
{
    private readonly object _gate = new object();
    private readonly Func<bool> _ask;
    private bool? _isServer;

    public Host(Func<bool> ask) => _ask = ask;

    public bool IsServer
    {
        get
        {
            if (!_isServer.HasValue)
            {
                lock (_gate)
                {
                    if (!_isServer.HasValue)
                        _isServer = _ask();
                }
            }

            return _isServer.Value;
        }
    }

    public void Forget()
    {
        lock (_gate)
            _isServer = _ask();
    }
}
