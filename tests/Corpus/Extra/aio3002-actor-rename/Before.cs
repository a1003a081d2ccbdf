using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002ActorRename.Before;

public sealed class ActorHandle
{
    public ActorHandle(long id) => Id = id;

    public long Id { get; }

    public override string ToString() => $"actor/{Id}";
}

public sealed class ActorDirectory
{
    private readonly object _sync = new();
    private readonly Dictionary<string, ActorHandle> _byName = new();
    private readonly Dictionary<long, string> _nameOf = new();

    public event Action<string, string> Renamed;

    public bool TryRegister(string name, ActorHandle actor)
    {
        lock (_sync)
        {
            if (_byName.ContainsKey(name) || !_nameOf.TryAdd(actor.Id, name))
            {
                return false;
            }

            _byName.Add(name, actor);
            return true;
        }
    }

    public bool TryRename(ActorHandle actor, string name)
    {
        if (!MayRename(actor, name, out string old))
        {
            return false;
        }

        lock (_sync)
        {
            _byName.Remove(old);
            _byName[name] = actor;
            _nameOf[actor.Id] = name;
        }

        Renamed?.Invoke(old, name);
        return true;
    }

    public ActorHandle Find(string name)
    {
        lock (_sync)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    public void OnTerminated(ActorHandle actor)
    {
        lock (_sync)
        {
            if (_nameOf.Remove(actor.Id, out string name))
            {
                _byName.Remove(name);
            }
        }
    }

    private bool MayRename(ActorHandle actor, string name, out string old)
    {
        lock (_sync)
        {
            return _nameOf.TryGetValue(actor.Id, out old) && !_byName.ContainsKey(name);
        }
    }
}
