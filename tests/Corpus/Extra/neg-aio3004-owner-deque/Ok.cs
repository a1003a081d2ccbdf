using System;
using System.Threading;

namespace Corpus.Extra.NegAio3004OwnerDeque;

public sealed class OwnerLog
{
    private volatile string[] _lines = new string[16];
    private int _count;

    public void Append(string line)
    {
        string[] lines = _lines;
        if (_count == lines.Length)
        {
            var larger = new string[_count * 2];
            Array.Copy(lines, larger, _count);
            _lines = lines = larger;
        }

        lines[_count] = line;
        Volatile.Write(ref _count, _count + 1);
    }

    public void Blank(int at) => _lines[at] = null;

    public string Last()
    {
        int count = Volatile.Read(ref _count);
        return count == 0 ? null : _lines[count - 1];
    }
}
