using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001StaticFormatters.Before;

public static class Formatters
{
    private static readonly object Sync = new object();
    private static readonly Dictionary<Type, Func<object, string>> Known = new Dictionary<Type, Func<object, string>>();

    public static void Register(Type type, Func<object, string> formatter)
    {
        lock (Sync)
        {
            Known[type] = formatter;
        }
    }

    public static void Unregister(Type type)
    {
        lock (Sync)
        {
            Known.Remove(type);
        }
    }

    public static string Format(object value)
    {
        if (Known.TryGetValue(value.GetType(), out Func<object, string> formatter))
        {
            return formatter(value);
        }

        return value.ToString();
    }
}
