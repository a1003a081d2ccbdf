using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002DoneBefore;

public interface IResolver
{
    void Resolve(string host);
}

public interface IRequestSender
{
    void Send(string host, byte[] request);
}

public sealed class WarmHosts
{
    private readonly object _gate = new object();
    private readonly HashSet<string> _warm = new HashSet<string>();
    private readonly IResolver _resolver;
    private readonly IRequestSender _sender;

    public WarmHosts(IResolver resolver, IRequestSender sender)
    {
        _resolver = resolver;
        _sender = sender;
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _warm.Count;
        }
    }

    public void WarmUp(string host, byte[] request)
    {
        lock (_gate)
        {
            if (_warm.Contains(host))
                return;
        }

        _resolver.Resolve(host);
        lock (_gate)
            _warm.Add(host);

        _sender.Send(host, request);
    }
}
