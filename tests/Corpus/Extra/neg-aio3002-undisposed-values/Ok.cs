using System.Collections.Generic;
using System.IO;

namespace Corpus.Extra.NegAio3002UndisposedValues;

public sealed class Templates
{
    private readonly object _sync = new object();
    private readonly Dictionary<string, MemoryStream> _texts = new Dictionary<string, MemoryStream>();

    public long LengthOf(string name)
    {
        lock (_sync)
        {
            if (_texts.TryGetValue(name, out MemoryStream known))
            {
                return known.Length;
            }
        }

        var text = new MemoryStream(new byte[name.Length]);
        lock (_sync)
        {
            _texts[name] = text;
        }

        return text.Length;
    }

    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _texts.Count;
            }
        }
    }
}
