using System.Threading;

namespace Corpus.Extra.NegAio3007LinkedBehind;

public sealed class Letter
{
    internal Letter Next;
    public readonly string Text;
    public Letter(string text) { Text = text; }
}

public sealed class LetterBox
{
    private Letter _head;
    private Letter _tail;

    public LetterBox()
    {
        _head = _tail = new Letter(null);
    }

    public void Put(string text)
    {
        var letter = new Letter(text);
        Letter before = Interlocked.Exchange(ref _tail, letter);
        Volatile.Write(ref before.Next, letter);
    }

    public string Take()
    {
        Letter next = Volatile.Read(ref _head.Next);
        if (next == null)
        {
            return null;
        }

        _head = next;
        return next.Text;
    }
}
