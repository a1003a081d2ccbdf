using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004OwnMeasure;

public sealed class AppendLog
{
    private readonly byte[] _bytes = new byte[1 << 16];
    private int _length;

    public int Length => Volatile.Read(ref _length);

    public bool TryAppend(ReadOnlySpan<byte> record)
    {
        int length = _length;
        if (record.Length > _bytes.Length - length)
        {
            return false;
        }

        record.CopyTo(_bytes.AsSpan(length));
        Volatile.Write(ref _length, length + record.Length);
        return true;
    }

    /// <summary>For the thread that appends.</summary>
    public void CopyOwn(Span<byte> target)
    {
        int n = Math.Min(_length, target.Length);
        _bytes.AsSpan(0, n).CopyTo(target);
    }

    public int CopyTo(Span<byte> target)
    {
        int n = Math.Min(Volatile.Read(ref _length), target.Length);
        _bytes.AsSpan(0, n).CopyTo(target);
        return n;
    }
}
