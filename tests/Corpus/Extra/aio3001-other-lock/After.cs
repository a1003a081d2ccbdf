using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3001OtherLock.After;

public sealed class Broker
{
    private readonly object _topicLock = new object();
    private readonly object _clientLock = new object();
    private readonly Dictionary<string, List<int>> _topics = new Dictionary<string, List<int>>();
    private readonly HashSet<int> _clients = new HashSet<int>();

    public void Subscribe(string topic, int client)
    {
        lock (_topicLock)
        {
            if (!_topics.TryGetValue(topic, out List<int> list))
            {
                _topics.Add(topic, list = new List<int>());
            }

            list.Add(client);
        }
    }

    public int[] Subscribers(string topic)
    {
        lock (_topicLock)
        {
            return _topics.TryGetValue(topic, out List<int> list) ? list.ToArray() : Array.Empty<int>();
        }
    }

    public void Connect(int client)
    {
        lock (_clientLock)
        {
            _clients.Add(client);
        }
    }

    public void Disconnect(int client)
    {
        lock (_clientLock)
        {
            _clients.Remove(client);
            lock (_topicLock)
            {
                foreach (List<int> list in _topics.Values)
                {
                    list.Remove(client);
                }
            }
        }
    }
}
