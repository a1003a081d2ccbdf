using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio3002MailPulseMissed.Before;

/// <summary>Mails go to whoever asks next; nobody spins.</summary>
public sealed class MailDispatcher
{
    private readonly ConcurrentQueue<string> _mails = new ConcurrentQueue<string>();
    private readonly object _arrival = new object();

    public void Post(string mail)
    {
        if (mail == null)
        {
            throw new ArgumentNullException(nameof(mail));
        }

        _mails.Enqueue(mail);
        lock (_arrival)
        {
            Monitor.Pulse(_arrival);
        }
    }

    public string Next()
    {
        string mail;
        while (!_mails.TryDequeue(out mail))
        {
            lock (_arrival)
            {
                Monitor.Wait(_arrival);
            }
        }

        return mail;
    }

    public int DrainTo(Action<string> sink)
    {
        int count = 0;
        while (_mails.TryDequeue(out string mail))
        {
            sink(mail);
            count++;
        }

        return count;
    }
}
