using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3007LoadedBehindGetter.After;

public sealed class MimeRegistry
{
    private static readonly object s_gate = new object();
    private static MimeRegistry s_shared;

    private Dictionary<string, string> _byExtension;
    private string _fallback;

    private MimeRegistry()
    {
    }

    public static MimeRegistry Shared
    {
        get
        {
            if (s_shared == null)
            {
                lock (s_gate)
                {
                    if (s_shared == null)
                    {
                        var registry = new MimeRegistry();
                        registry.Load();
                        s_shared = registry;
                    }
                }
            }

            return s_shared;
        }
    }

    public string TypeOf(string extension) => _byExtension.TryGetValue(extension, out string type) ? type : _fallback;

    private void Load()
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        table[".json"] = "application/json";
        table[".html"] = "text/html";
        table[".css"] = "text/css";
        _fallback = "application/octet-stream";
        _byExtension = table;
    }
}
