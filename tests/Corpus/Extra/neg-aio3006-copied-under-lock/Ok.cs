using System;
using System.Buffers;

namespace Corpus.Extra.NegAio3006CopiedUnderLock;

/// <summary>The last lines of a log, in a rented buffer that grows.</summary>
public sealed class LineBuffer
{
    private readonly object _gate = new();
    private char[] _text = ArrayPool<char>.Shared.Rent(256);
    private int _length;

    public void Append(string line)
    {
        lock (_gate)
        {
            if (_text.Length - _length < line.Length)
            {
                char[] old = _text;
                _text = ArrayPool<char>.Shared.Rent(Math.Max(old.Length * 2, _length + line.Length));
                old.AsSpan(0, _length).CopyTo(_text);
                ArrayPool<char>.Shared.Return(old);
            }

            line.CopyTo(0, _text, _length, line.Length);
            _length += line.Length;
        }
    }

    public int CountOf(char wanted)
    {
        int count = 0;
        foreach (char c in Snapshot())
        {
            count += c == wanted ? 1 : 0;
        }

        return count;
    }

    private string Snapshot()
    {
        lock (_gate)
        {
            return new string(_text, 0, _length);
        }
    }
}
