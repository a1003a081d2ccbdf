using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005ContinuationReleases;

public sealed class LineWriter
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private readonly Stream _stream;
    private readonly Task _last = Task.Delay(10);

    public LineWriter(Stream stream) => _stream = stream;

    public Task Write(byte[] line)
    {
        _turn.Wait();
        Task writing;
        try
        {
            writing = _stream.WriteAsync(line, 0, line.Length);
        }
        catch
        {
            _turn.Release();
            throw;
        }

        if (writing.IsCompleted)
        {
            _turn.Release();
            return writing;
        }

        return writing.ContinueWith(
            (done, state) =>
            {
                ((SemaphoreSlim)state).Release();
                done.GetAwaiter().GetResult();
            },
            _turn,
            TaskScheduler.Default);
    }

    public Task WriteTwo(byte[] line)
    {
        _turn.Wait();
        if (line.Length == 0)
        {
            _turn.Release();
            return Task.CompletedTask;
        }

        return _last.ContinueWith(_ => _turn.Release());
    }
}
