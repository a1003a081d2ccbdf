using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001AmongReaders;

public static class GuardScopes
{
    public static Held Guard(this ReaderWriterLockSlim rw)
    {
        rw.EnterWriteLock();
        return new Held(rw);
    }

    public static Seen Look(this ReaderWriterLockSlim rw)
    {
        rw.EnterReadLock();
        return new Seen(rw);
    }

    public readonly struct Held : IDisposable
    {
        private readonly ReaderWriterLockSlim _taken;

        public Held(ReaderWriterLockSlim taken) => _taken = taken;

        public void Dispose() => _taken.ExitWriteLock();
    }

    public readonly struct Seen : IDisposable
    {
        private readonly ReaderWriterLockSlim _taken;

        public Seen(ReaderWriterLockSlim taken) => _taken = taken;

        public void Dispose() => _taken.ExitReadLock();
    }
}

public sealed class FeatureTable
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly object _statistics = new();
    private readonly Dictionary<string, bool> _features = new();
    private readonly Dictionary<string, int> _asked = new();

    public bool IsOn(string feature)
    {
        using (_rw.Look())
        {
            lock (_statistics)
            {
                _asked[feature] = _asked.TryGetValue(feature, out int times) ? times + 1 : 1;
            }

            return _features.TryGetValue(feature, out bool isOn) && isOn;
        }
    }

    public void Set(string feature, bool isOn)
    {
        using (_rw.Guard())
        {
            _features[feature] = isOn;
            _asked.Remove(feature);
        }
    }
}
