using System.Buffers;
using System.Threading;

namespace Corpus.Extra.NegAio3006Counted;

public sealed class CountedBuffer
{
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(128);
    private int _users = 1;

    public bool TryRead(int at, out byte value)
    {
        value = 0;
        int users = Volatile.Read(ref _users);
        while (users > 0)
        {
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                value = _bytes[at];
                Leave();
                return true;
            }

            users = seen;
        }

        return false;
    }

    public void Close() => Leave();

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
