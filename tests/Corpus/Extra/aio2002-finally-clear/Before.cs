using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002FinallyClear.Before;

public sealed class MailOutbox
{
    private readonly ConcurrentQueue<string> _mails = new ConcurrentQueue<string>();
    private readonly Func<string, Task> _send;
    private int _draining;

    public MailOutbox(Func<string, Task> send) => _send = send;

    public void Submit(string mail)
    {
        _mails.Enqueue(mail);
        Kick();
    }

    private void Kick()
    {
        if (Interlocked.CompareExchange(ref _draining, 1, 0) == 0)
        {
            _ = Task.Run(DrainAsync);
        }
    }

    private async Task DrainAsync()
    {
        try
        {
            while (_mails.TryDequeue(out string mail))
            {
                await _send(mail).ConfigureAwait(false);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _draining, 0);
        }
    }
}
