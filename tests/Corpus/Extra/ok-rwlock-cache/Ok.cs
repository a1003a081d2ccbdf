using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkRwlockCache;

public sealed class TypeNames : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
    private readonly Dictionary<Type, string> _names = new Dictionary<Type, string>();
    private int _misses;

    public int Misses
    {
        get
        {
            _lock.EnterReadLock();
            try
            {
                return _misses;
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }
    }

    public string NameOf(Type type)
    {
        _lock.EnterReadLock();
        try
        {
            if (_names.TryGetValue(type, out string known))
            {
                return known;
            }
        }
        finally
        {
            _lock.ExitReadLock();
        }

        string name = Format(type);
        _lock.EnterWriteLock();
        try
        {
            if (_names.TryAdd(type, name))
            {
                _misses++;
            }

            return _names[type];
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private static string Format(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        string[] arguments = Array.ConvertAll(type.GetGenericArguments(), Format);
        return type.Name.Split('`')[0] + "<" + string.Join(", ", arguments) + ">";
    }

    public void Dispose() => _lock.Dispose();
}
