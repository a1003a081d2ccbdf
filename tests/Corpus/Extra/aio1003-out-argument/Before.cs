using System.Collections.Generic;
using System.Globalization;

namespace Corpus.Extra.Aio1003OutArgument.Before;

public sealed class ZoneSettings
{
    private readonly object _writing = new object();
    private volatile bool _loaded;
    private int _offset;
    private string _title;

    public bool Load(IReadOnlyDictionary<string, string> file)
    {
        lock (_writing)
        {
            if (!file.TryGetValue("offset", out string text))
            {
                return false;
            }

            _loaded = true;
            if (!file.TryGetValue("title", out _title))
            {
                _title = "unnamed";
            }

            return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _offset);
        }
    }

    public string Describe()
    {
        if (!_loaded)
        {
            return "no zone";
        }

        return _title.ToUpperInvariant() + ' ' + _offset.ToString(CultureInfo.InvariantCulture);
    }
}
