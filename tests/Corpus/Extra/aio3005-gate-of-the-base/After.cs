using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005GateOfTheBase.After;

public enum LinkState
{
    Idle,
    Connected,
    Closed,
}

public interface ILinkTransport
{
    Task ConnectAsync(Uri endpoint, CancellationToken cancel);

    Task CloseAsync();
}

public abstract class GatedClient
{
    private readonly SemaphoreSlim _gate = new SemaphoreSlim(1, 1);

    protected Task EnterAsync(CancellationToken cancel = default) => _gate.WaitAsync(cancel);

    protected void Leave() => _gate.Release();
}

public sealed class HubLink : GatedClient
{
    private readonly Func<ILinkTransport> _factory;
    private readonly Uri _endpoint;
    private ILinkTransport _transport;
    private LinkState _state;

    public HubLink(Func<ILinkTransport> factory, Uri endpoint)
    {
        _factory = factory ?? throw new ArgumentNullException(nameof(factory));
        _endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
    }

    public async Task<bool> StartAsync(CancellationToken cancel)
    {
        await EnterAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!NeedsConnect())
            {
                return false;
            }

            ILinkTransport transport = _factory();
            await transport.ConnectAsync(_endpoint, cancel).ConfigureAwait(false);
            _transport = transport;
            _state = LinkState.Connected;
            return true;
        }
        finally
        {
            Leave();
        }
    }

    public async Task StopAsync()
    {
        await EnterAsync().ConfigureAwait(false);
        try
        {
            await DropTransportAsync(LinkState.Idle).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    public async Task CloseAsync()
    {
        await EnterAsync().ConfigureAwait(false);
        try
        {
            await DropTransportAsync(LinkState.Closed).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private async Task DropTransportAsync(LinkState next)
    {
        ILinkTransport transport = _transport;
        _transport = null;
        if (_state != LinkState.Closed)
        {
            _state = next;
        }

        if (transport != null)
        {
            await transport.CloseAsync().ConfigureAwait(false);
        }
    }

    private bool NeedsConnect()
    {
        if (_state == LinkState.Closed)
        {
            throw new ObjectDisposedException(nameof(HubLink));
        }

        return _state == LinkState.Idle;
    }
}
