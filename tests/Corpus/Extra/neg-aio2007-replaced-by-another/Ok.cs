using System.Threading;

namespace Corpus.Extra.NegAio2007ReplacedByAnother;

public sealed class Page
{
    public Page(int size, byte[] bytes)
    {
        Size = size;
        Bytes = bytes;
    }

    public int Size { get; }

    public byte[] Bytes { get; }
}

public sealed class PageHolder
{
    private volatile Page _page;

    public byte[] Take(int least)
    {
        if (_page?.Size > least)
            return _page.Bytes;
        return null;
    }

    public void Put(byte[] bytes) => _page = new Page(bytes.Length, bytes);

    public void Start(byte[] bytes) => new Thread(() => Put(bytes)).Start();
}
