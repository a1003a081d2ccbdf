using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001LockOfOwner;

/// <summary>Each member locks the pool itself, whether it is reached as this or through a chunk's field.</summary>
public sealed class Pool
{
    private readonly Stack<Chunk> _free = new Stack<Chunk>();
    private long _given;

    public Chunk Rent()
    {
        lock (this)
        {
            _given++;
            return _free.Count > 0 ? _free.Pop() : new Chunk(this);
        }
    }

    public long Given()
    {
        lock (this)
        {
            return _given;
        }
    }

    private void TakeBack(Chunk chunk)
    {
        lock (this)
        {
            _given--;
            _free.Push(chunk);
        }
    }

    public sealed class Chunk
    {
        private readonly Pool _pool;

        internal Chunk(Pool pool) => _pool = pool;

        public void Return() => _pool.TakeBack(this);
    }
}
