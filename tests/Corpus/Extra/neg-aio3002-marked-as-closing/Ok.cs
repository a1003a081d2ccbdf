using System;
using System.Collections.Generic;
using System.Threading;

/// <summary>Open mailboxes, shared by all sessions; one that nobody uses is closed after a while.</summary>
public sealed class OpenMailboxes : IDisposable
{
    private sealed class Mailbox
    {
        public Mailbox(string address) => Address = address;

        public string Address { get; }

        public int Sessions;
        public bool IsClosing;
        public readonly List<string> Unsaved = new List<string>();
    }

    private readonly object _sync = new object();
    private readonly Dictionary<string, Mailbox> _open = new Dictionary<string, Mailbox>();
    private readonly Action<string, string[]> _save;
    private readonly Timer _timer;

    public OpenMailboxes(Action<string, string[]> save)
    {
        _save = save;
        _timer = new Timer(_ => CloseOne(), null, 1000, 1000);
    }

    public IDisposable Enter(string address)
    {
        lock (_sync)
        {
            if (!_open.TryGetValue(address, out Mailbox mailbox))
                _open.Add(address, mailbox = new Mailbox(address));
            while (mailbox.IsClosing)
            {
                Monitor.Wait(_sync);
                if (!_open.TryGetValue(address, out mailbox))
                    _open.Add(address, mailbox = new Mailbox(address));
            }

            mailbox.Sessions++;
            return new Session(this, mailbox);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void CloseOne()
    {
        Mailbox unused = null;
        string[] mails;
        lock (_sync)
        {
            foreach (Mailbox mailbox in _open.Values)
            {
                if (mailbox.Sessions == 0)
                {
                    unused = mailbox;
                    break;
                }
            }

            if (unused == null)
                return;
            unused.IsClosing = true;
            mails = unused.Unsaved.ToArray();
            unused.Unsaved.Clear();
        }

        _save(unused.Address, mails);
        lock (_sync)
        {
            _open.Remove(unused.Address);
            Monitor.PulseAll(_sync);
        }
    }

    private void Leave(Mailbox mailbox, string mail)
    {
        lock (_sync)
        {
            mailbox.Unsaved.Add(mail);
            mailbox.Sessions--;
        }
    }

    private sealed class Session : IDisposable
    {
        private readonly OpenMailboxes _owner;
        private readonly Mailbox _mailbox;

        public Session(OpenMailboxes owner, Mailbox mailbox)
        {
            _owner = owner;
            _mailbox = mailbox;
        }

        public void Dispose() => _owner.Leave(_mailbox, "bye");
    }
}
