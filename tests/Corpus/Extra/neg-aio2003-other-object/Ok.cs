using System;

namespace Corpus.Extra.NegAio2003OtherObject;

public sealed class Chain
{
    private readonly object _gate = new object();
    private Link _head;
    private int _size;

    public Link Fork()
    {
        var fork = new Link();
        lock (_gate)
        {
            fork.Next = _head;
        }

        return fork;
    }

    public void Replace(Link head, int size)
    {
        lock (_gate)
        {
            _head = head;
            _size = size;
        }
    }

    public void Push(int value)
    {
        var link = new Link { Value = value };
        lock (_gate)
        {
            link.Next = _head;
            _head = link;
            _size++;
        }
    }

    public sealed class Link
    {
        public Link Next { get; set; }

        public int Value { get; set; }
    }
}
