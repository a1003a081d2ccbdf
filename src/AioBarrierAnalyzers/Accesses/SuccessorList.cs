using System;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>The nodes that follow a node. Most have one or two, and there are very many nodes: these take no object of their own.</summary>
internal struct SuccessorList
{
    private int _first;
    private int _second;
    private int[]? _more;

    public int Count { get; private set; }

    public readonly int this[int index] => index switch
    {
        _ when index >= Count => throw new ArgumentOutOfRangeException(nameof(index)),
        0 => _first,
        1 => _second,
        _ => _more![index - 2],
    };

    public readonly bool Contains(int node)
    {
        foreach (int each in this)
        {
            if (each == node)
                return true;
        }

        return false;
    }

    public void Add(int node)
    {
        if (Count == 0)
            _first = node;
        else if (Count == 1)
            _second = node;
        else
            AddMore(node);
        Count++;
    }

    public readonly Enumerator GetEnumerator() => new(this);

    private void AddMore(int node)
    {
        int index = Count - 2;
        if (_more is null)
            _more = new int[4];
        else if (index == _more.Length)
            Array.Resize(ref _more, 2 * index);
        _more[index] = node;
    }

    /// <summary>Goes through the nodes in the order in which they were linked.</summary>
    internal struct Enumerator
    {
        private readonly SuccessorList _list;
        private int _index;

        public Enumerator(SuccessorList list)
        {
            _list = list;
            _index = -1;
        }

        public readonly int Current => _list[_index];

        public bool MoveNext() => ++_index < _list.Count;
    }
}
