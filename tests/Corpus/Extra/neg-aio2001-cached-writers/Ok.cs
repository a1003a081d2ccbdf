using System;
using System.Collections.Concurrent;
using System.Reflection;

namespace Corpus.Extra.NegAio2001CachedWriters;

public static class PropertySetters
{
    private static readonly ConcurrentDictionary<Type, SettersOfType> s_byType = new ConcurrentDictionary<Type, SettersOfType>();

    public static void Set(object target, string name, object value)
    {
        Type type = target.GetType();
        if (!s_byType.TryGetValue(type, out SettersOfType setters))
        {
            setters = new SettersOfType(type);
            s_byType[type] = setters;
        }

        setters.For(name)?.SetValue(target, value);
    }

    private sealed class SettersOfType
    {
        private readonly ConcurrentDictionary<string, PropertyInfo> _found = new ConcurrentDictionary<string, PropertyInfo>();
        private readonly Type _type;

        public SettersOfType(Type type)
        {
            _type = type;
        }

        public PropertyInfo For(string name)
        {
            if (!_found.TryGetValue(name, out PropertyInfo property))
            {
                property = _type.GetProperty(name);
                _found.TryAdd(name, property);
            }

            return property;
        }
    }
}
