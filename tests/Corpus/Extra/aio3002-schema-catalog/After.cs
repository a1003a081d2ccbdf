using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Extra.Aio3002SchemaCatalog.After;

public sealed class Schema
{
    public Schema(Type type, string[] columns)
    {
        Type = type;
        Columns = columns;
    }

    public Type Type { get; }

    public IReadOnlyList<string> Columns { get; }
}

public static class SchemaCatalog
{
    private static readonly object s_sync = new object();
    private static readonly Dictionary<Type, Schema> s_schemas = new Dictionary<Type, Schema>();
    private static readonly List<Schema> s_inOrder = new List<Schema>();

    public static Schema For<T>() => For(typeof(T));

    public static Schema For(Type type)
    {
        if (TryFind(type, out Schema schema))
        {
            return schema;
        }

        schema = new Schema(type, type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => p.Name).ToArray());
        lock (s_sync)
        {
            if (s_schemas.TryGetValue(type, out Schema first))
            {
                return first;
            }

            s_schemas.Add(type, schema);
            s_inOrder.Add(schema);
        }

        return schema;
    }

    public static Schema[] All()
    {
        lock (s_sync)
        {
            return s_inOrder.ToArray();
        }
    }

    private static bool TryFind(Type type, out Schema schema)
    {
        lock (s_sync)
        {
            return s_schemas.TryGetValue(type, out schema);
        }
    }
}
