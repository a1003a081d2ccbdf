using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3002RenamedOver.Before;

public sealed class ChatClient
{
    private readonly Action<string> _send;
    private volatile string _nickname;

    public ChatClient(Guid connection, Action<string> send)
    {
        Connection = connection;
        _send = send;
    }

    public Guid Connection { get; }

    public string Nickname
    {
        get => _nickname;
        internal set => _nickname = value;
    }

    public void Notify(string line) => _send(line);
}

public sealed class NicknameDirectory
{
    private readonly object _lock = new object();
    private readonly Dictionary<string, ChatClient> _byName = new Dictionary<string, ChatClient>(StringComparer.OrdinalIgnoreCase);

    public bool Register(ChatClient client, string nickname)
    {
        lock (_lock)
        {
            if (_byName.ContainsKey(nickname))
            {
                return false;
            }

            _byName[nickname] = client;
            client.Nickname = nickname;
            return true;
        }
    }

    public bool Rename(string from, string to)
    {
        ChatClient client;
        lock (_lock)
        {
            if (_byName.ContainsKey(to) || !_byName.Remove(from, out client))
            {
                return false;
            }
        }

        lock (_lock)
        {
            _byName[to] = client;
            client.Nickname = to;
        }

        client.Notify("NICK " + to);
        return true;
    }

    public bool Unregister(ChatClient client)
    {
        lock (_lock)
        {
            string name = client.Nickname;
            if (name == null || !_byName.TryGetValue(name, out ChatClient known) || known != client)
            {
                return false;
            }

            client.Nickname = null;
            return _byName.Remove(name);
        }
    }

    public bool TryFind(string nickname, out ChatClient client)
    {
        lock (_lock)
        {
            return _byName.TryGetValue(nickname, out client);
        }
    }
}
