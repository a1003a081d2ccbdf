using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2004OpenOverClosed.Before;

public interface IAmqpSession
{
    Task AttachAsync(uint handle, string address);
    Task DetachAsync(uint handle);
    Task TransferAsync(uint handle, ReadOnlyMemory<byte> payload);
}

public sealed class SenderLink
{
    private static class LinkState
    {
        public const int Start = 0;
        public const int Opening = 1;
        public const int Open = 2;
        public const int Closed = 3;
    }

    private readonly IAmqpSession _session;
    private readonly uint _handle;
    private int _state;

    public SenderLink(IAmqpSession session, uint handle)
    {
        _session = session;
        _handle = handle;
    }

    public bool IsOpen => Volatile.Read(ref _state) == LinkState.Open;

    public async Task OpenAsync(string address)
    {
        if (Interlocked.CompareExchange(ref _state, LinkState.Opening, LinkState.Start) != LinkState.Start)
            throw new InvalidOperationException("link was opened before");

        try
        {
            await _session.AttachAsync(_handle, address).ConfigureAwait(false);
        }
        catch
        {
            Interlocked.CompareExchange(ref _state, LinkState.Start, LinkState.Opening);
            throw;
        }

        _state = LinkState.Open;
    }

    public Task SendAsync(ReadOnlyMemory<byte> payload)
    {
        if (!IsOpen)
            return Task.FromException(new InvalidOperationException("link is not open"));
        return _session.TransferAsync(_handle, payload);
    }

    public async Task CloseAsync()
    {
        int prior = Interlocked.Exchange(ref _state, LinkState.Closed);
        if (prior == LinkState.Open)
            await _session.DetachAsync(_handle).ConfigureAwait(false);
    }
}
