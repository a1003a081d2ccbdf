using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio1003LoadedByOne.After;

public static partial class MediaTypes
{
    private static readonly Dictionary<string, string> s_byExtension = new(StringComparer.OrdinalIgnoreCase);
    private static readonly object s_init = new();
    private static bool s_loaded;

    public static string ForPath(string path)
    {
        EnsureLoaded();
        string extension = Path.GetExtension(path);
        return s_byExtension.TryGetValue(extension, out string type) ? type : "application/octet-stream";
    }

    private static void EnsureLoaded()
    {
        if (Volatile.Read(ref s_loaded))
        {
            return;
        }

        lock (s_init)
        {
            if (s_loaded)
            {
                return;
            }

            foreach (string line in Builtin.Split('\n'))
            {
                string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (string extension in parts[1..])
                {
                    s_byExtension["." + extension] = parts[0];
                }
            }

            Volatile.Write(ref s_loaded, true);
        }
    }
}

public static partial class MediaTypes
{
    private const string Builtin =
        "text/html html htm\n" +
        "text/css css\n" +
        "image/png png\n" +
        "image/jpeg jpg jpeg\n" +
        "application/json json map";
}
