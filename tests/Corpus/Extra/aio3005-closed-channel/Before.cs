using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005ClosedChannel.Before;

public sealed class PacketChannel
{
    private readonly SemaphoreSlim _writers = new SemaphoreSlim(1);
    private readonly Stream _wire;
    private bool _closed;

    public PacketChannel(Stream wire) => _wire = wire;

    public async Task<bool> WriteAsync(byte[] packet)
    {
        await _writers.WaitAsync();
        if (_closed)
        {
            return false;
        }

        try
        {
            await _wire.WriteAsync(packet, 0, packet.Length);
            return true;
        }
        finally
        {
            _writers.Release();
        }
    }

    public async Task CloseAsync()
    {
        await _writers.WaitAsync();
        _closed = true;
        _writers.Release();
    }
}
