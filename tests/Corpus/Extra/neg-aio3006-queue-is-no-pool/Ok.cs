using System.Collections.Generic;

namespace Corpus.Extra.NegAio3006QueueIsNoPool;

public sealed class Letter
{
    internal string Text;
}

public sealed class Mailbox
{
    private readonly object _sync = new object();
    private readonly Queue<Letter> _letters = new Queue<Letter>();

    public void Put(Letter letter)
    {
        lock (_sync)
        {
            _letters.Enqueue(letter);
        }
    }

    public Letter Take()
    {
        lock (_sync)
        {
            return _letters.Count == 0 ? null : _letters.Dequeue();
        }
    }
}

public sealed class Author
{
    private readonly object _sync = new object();
    private readonly Mailbox _mailbox;
    private Letter _draft = new Letter();

    public Author(Mailbox mailbox) => _mailbox = mailbox;

    public void Write(string text)
    {
        lock (_sync)
        {
            _draft.Text += text;
        }
    }

    public void Send()
    {
        lock (_sync)
        {
            _mailbox.Put(_draft);
            _draft = new Letter();
        }
    }
}
