using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3007SessionRegistry.After;

public sealed class Session
{
    public readonly Guid Id = Guid.NewGuid();
    public string User;
    public HashSet<string> Rights;
}

public sealed class SessionStore
{
    private readonly ConcurrentDictionary<Guid, Session> _sessions = new ConcurrentDictionary<Guid, Session>();

    public Guid Open(string user, IEnumerable<string> rights)
    {
        var session = new Session();
        session.User = user;
        session.Rights = new HashSet<string>(rights);
        _sessions.TryAdd(session.Id, session);
        return session.Id;
    }

    public bool MayDo(Guid id, string right) =>
        _sessions.TryGetValue(id, out Session session) && session.Rights.Contains(right);
}
