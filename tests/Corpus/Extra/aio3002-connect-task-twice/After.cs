using System;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002ConnectTaskTwice.After;

public interface ILink
{
    Task SendAsync(byte[] frame);
}

/// <summary>Connects when the first frame is sent.</summary>
public sealed class LazyLink
{
    private readonly object _sync = new object();
    private readonly Func<Task<ILink>> _connect;
    private Task<ILink> _link;

    public LazyLink(Func<Task<ILink>> connect)
    {
        _connect = connect ?? throw new ArgumentNullException(nameof(connect));
    }

    public async Task SendAsync(byte[] frame)
    {
        ILink link = await GetAsync().ConfigureAwait(false);
        await link.SendAsync(frame).ConfigureAwait(false);
    }

    private Task<ILink> GetAsync()
    {
        if (_link == null)
        {
            lock (_sync)
            {
                if (_link == null)
                {
                    _link = _connect();
                }
            }
        }

        return _link;
    }
}
