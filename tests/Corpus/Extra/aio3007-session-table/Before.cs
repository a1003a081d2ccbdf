using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3007SessionTable.Before;

public sealed class Session
{
    public string User;
    public DateTime Since;
    public List<string> Roles;
}

public sealed class SessionTable
{
    private readonly ConcurrentDictionary<Guid, Session> _sessions = new ConcurrentDictionary<Guid, Session>();

    public Guid Open(string user, IEnumerable<string> roles)
    {
        var id = Guid.NewGuid();
        var session = new Session();
        _sessions[id] = session;
        session.User = user;
        session.Roles = new List<string>(roles);
        return id;
    }

    public bool IsInRole(Guid id, string role) => _sessions.TryGetValue(id, out Session session) && session.Roles.Contains(role);
}
