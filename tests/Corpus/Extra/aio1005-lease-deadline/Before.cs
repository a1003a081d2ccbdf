using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1005LeaseDeadline.Before;

public sealed class LeaseHolder
{
    private volatile bool _held;
    private long _deadline;
    private string _token;

    public void OnGranted(string token, TimeSpan term)
    {
        _token = token;
        _deadline = Environment.TickCount64 + (long)term.TotalMilliseconds;
        _held = true;
    }

    public bool TryToken(out string token)
    {
        long deadline = _deadline;
        string current = _token;
        if (!_held)
        {
            token = null;
            return false;
        }

        if (Environment.TickCount64 > deadline)
        {
            token = null;
            return false;
        }

        token = current;
        return true;
    }

    public Task KeepAsync(Func<string, Task> beat) => Task.Run(async () =>
    {
        while (TryToken(out string token))
        {
            await beat(token).ConfigureAwait(false);
        }
    });
}
