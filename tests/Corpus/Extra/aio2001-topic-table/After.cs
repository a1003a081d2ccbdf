using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Channels;

namespace Corpus.Extra.Aio2001TopicTable.After;

/// <summary>Who wants to hear of which topic; sessions come and go on many threads.</summary>
public sealed class TopicRegistry
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, ChannelWriter<string>>> _topics = new();

    public void Subscribe(string topic, Guid session, ChannelWriter<string> writer)
    {
        var listeners = _topics.GetOrAdd(topic, _ => new ConcurrentDictionary<Guid, ChannelWriter<string>>());
        listeners.TryAdd(session, writer);
    }

    public void Unsubscribe(string topic, Guid session)
    {
        if (_topics.TryGetValue(topic, out var listeners))
        {
            listeners.TryRemove(session, out _);
        }
    }

    public int Publish(string topic, string text)
    {
        if (!_topics.TryGetValue(topic, out var listeners))
        {
            return 0;
        }

        return listeners.Values.Count(writer => writer.TryWrite(text));
    }

    public IReadOnlyList<string> Topics() => _topics.Keys.OrderBy(t => t, StringComparer.Ordinal).ToList();
}
