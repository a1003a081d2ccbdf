using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3005CancellationCaught;

public sealed class LineWriter
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _stream;
    private volatile bool _isBroken;

    public LineWriter(Stream stream) => _stream = stream;

    public bool IsBroken => _isBroken;

    public async Task<bool> WriteAsync(byte[] line, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        bool isWritten = false;
        try
        {
            await _stream.WriteAsync(line, 0, line.Length, cancellation).ConfigureAwait(false);
            isWritten = true;
        }
        catch (System.OperationCanceledException)
        {
            _isBroken = true;
        }
        catch (IOException)
        {
            _isBroken = true;
        }

        _turn.Release();
        return isWritten;
    }

    public async Task FlushAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await _stream.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            _isBroken = true;
        }
        catch (SocketException)
        {
            _isBroken = true;
        }

        _turn.Release();
    }
}
