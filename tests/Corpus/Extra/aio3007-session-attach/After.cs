using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio3007SessionAttach.After;

public sealed class ChatHub
{
    private readonly object _gate = new object();
    private readonly Dictionary<Guid, ChatSession> _sessions = new Dictionary<Guid, ChatSession>();

    public int Online
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    internal void Attach(ChatSession session)
    {
        lock (_gate)
            _sessions.Add(session.Id, session);
    }

    internal void Detach(ChatSession session)
    {
        lock (_gate)
            _sessions.Remove(session.Id);
    }

    public int Broadcast(string room, string text)
    {
        ChatSession[] targets;
        lock (_gate)
            targets = _sessions.Values.ToArray();

        int accepted = 0;
        foreach (ChatSession session in targets)
        {
            if (session.Offer(room, text))
                accepted++;
        }

        return accepted;
    }
}

public sealed class ChatSession : IDisposable
{
    private readonly ChatHub _hub;
    private readonly Queue<string> _outbox;
    private readonly HashSet<string> _rooms;
    private readonly int _limit;

    public ChatSession(ChatHub hub, IEnumerable<string> rooms, int limit)
    {
        Id = Guid.NewGuid();
        _hub = hub ?? throw new ArgumentNullException(nameof(hub));
        _limit = limit;
        _rooms = new HashSet<string>(rooms, StringComparer.OrdinalIgnoreCase);
        _outbox = new Queue<string>(limit);
        _hub.Attach(this);
    }

    public Guid Id { get; }

    public bool Offer(string room, string text)
    {
        if (!_rooms.Contains(room))
            return false;

        lock (_outbox)
        {
            if (_outbox.Count >= _limit)
                return false;
            _outbox.Enqueue(text);
            return true;
        }
    }

    public bool TryNext(out string text)
    {
        lock (_outbox)
            return _outbox.TryDequeue(out text);
    }

    public void Dispose() => _hub.Detach(this);
}
