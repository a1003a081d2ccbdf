using System;
using System.Collections.Generic;
using System.Data;
using System.Reflection;

namespace Corpus.Extra.Aio3007SettersFilledLater.Before;

[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute
{
    public ColumnAttribute(string name) => Name = name;

    public string Name { get; }
}

public static class RowMapper<T> where T : class, new()
{
    private static readonly object s_sync = new object();
    private static Dictionary<string, Action<T, object>> s_setters;

    public static T Map(IDataRecord record)
    {
        var setters = GetSetters();
        var result = new T();
        for (var i = 0; i < record.FieldCount; i++)
        {
            if (record.IsDBNull(i))
                continue;
            if (setters.TryGetValue(record.GetName(i), out var setter))
                setter(result, record.GetValue(i));
        }

        return result;
    }

    public static bool HasColumn(string column) => GetSetters().ContainsKey(column);

    private static Dictionary<string, Action<T, object>> GetSetters()
    {
        var existing = s_setters;
        if (existing != null)
            return existing;

        lock (s_sync)
        {
            if (s_setters == null)
            {
                s_setters = new Dictionary<string, Action<T, object>>(StringComparer.OrdinalIgnoreCase);
                foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (!property.CanWrite || property.GetIndexParameters().Length != 0)
                        continue;

                    var column = property.GetCustomAttribute<ColumnAttribute>()?.Name ?? property.Name;
                    s_setters[column] = CreateSetter(property);
                }
            }

            return s_setters;
        }
    }

    private static Action<T, object> CreateSetter(PropertyInfo property)
    {
        var target = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return (instance, value) =>
            property.SetValue(instance, target.IsInstanceOfType(value) ? value : Convert.ChangeType(value, target));
    }
}
