using System.Collections.Generic;

namespace Corpus.Extra.NegAio1004OwnChunk;

internal sealed class ChunkWalker
{
    private readonly IEnumerator<int> _source;
    private readonly object _sourceLock;
    private Chunk? _chunk;

    internal ChunkWalker(IEnumerator<int> source, object sourceLock)
    {
        _source = source;
        _sourceLock = sourceLock;
    }

    internal bool Next(ref int item)
    {
        Chunk chunk = _chunk ??= new Chunk();
        while (true)
        {
            int[] buffer = chunk.Buffer;
            int at = ++chunk.At;
            if (at < chunk.Size)
            {
                item = buffer[at];
                return true;
            }

            lock (_sourceLock)
            {
                int i = 0;
                for (; i < buffer.Length && _source.MoveNext(); i++)
                {
                    buffer[i] = _source.Current;
                }

                chunk.Size = i;
                if (i == 0)
                {
                    return false;
                }
            }

            chunk.At = -1;
        }
    }

    private sealed class Chunk
    {
        internal readonly int[] Buffer = new int[32];
        internal int At;
        internal int Size;
    }
}
