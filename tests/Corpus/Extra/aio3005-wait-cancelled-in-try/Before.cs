using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005WaitCancelledInTry.Before;

/// <summary>Sends one request at a time, and remembers when the next one may go.</summary>
public sealed class PacedSender
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, int.MaxValue);
    private readonly Func<string, CancellationToken, Task<string>> _send;
    private readonly TimeSpan _pause;
    private DateTime _next = DateTime.MinValue;

    public PacedSender(Func<string, CancellationToken, Task<string>> send, TimeSpan pause)
    {
        _send = send ?? throw new ArgumentNullException(nameof(send));
        _pause = pause;
    }

    public async Task<string> SendAsync(string request, CancellationToken cancellationToken)
    {
        try
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan left = _next - DateTime.UtcNow;
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, cancellationToken).ConfigureAwait(false);
            }

            string answer = await _send(request, cancellationToken).ConfigureAwait(false);
            _next = DateTime.UtcNow + _pause;
            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }
}
