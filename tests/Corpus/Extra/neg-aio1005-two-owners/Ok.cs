using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio1005TwoOwners;

public abstract class FrameReader
{
    private List<byte> _pending;

    public void Feed(byte[] data)
    {
        _pending ??= new List<byte>();
        _pending.AddRange(data);
        Decode(_pending);
        if (_pending.Count == 0)
            _pending = null;
    }

    public void End()
    {
        List<byte> rest = _pending;
        if (rest != null)
            Decode(rest);
        _pending = null;
    }

    protected abstract void Decode(List<byte> input);
}

public sealed class MarkReader : FrameReader
{
    private volatile bool _ended;

    public bool HasEnded => _ended;

    protected override void Decode(List<byte> input)
    {
        if (_ended)
        {
            input.Clear();
            return;
        }

        int mark = input.IndexOf(0);
        if (mark < 0)
            return;
        input.RemoveRange(0, mark + 1);
        _ended = true;
    }
}
