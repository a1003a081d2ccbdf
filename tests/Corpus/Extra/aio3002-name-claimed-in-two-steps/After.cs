using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002NameClaimedInTwoSteps.After;

public sealed record IncomingMessage(string MessageId, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);

public delegate Task MessageHandler(IncomingMessage message, CancellationToken token);

public sealed class DeduplicationBehavior
{
    private readonly object _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly int _capacity;
    private readonly MessageHandler _next;

    public DeduplicationBehavior(MessageHandler next, int capacity)
    {
        _next = next;
        _capacity = capacity;
    }

    public int TrackedMessages
    {
        get
        {
            lock (_gate)
            {
                return _seen.Count;
            }
        }
    }

    public async Task Invoke(IncomingMessage message, CancellationToken token)
    {
        if (!TryRegister(message.MessageId))
        {
            return;
        }

        await _next(message, token).ConfigureAwait(false);
    }

    private bool TryRegister(string id)
    {
        lock (_gate)
        {
            if (_seen.Contains(id))
            {
                return false;
            }

            Remember(id);
            return true;
        }
    }

    private void Remember(string id)
    {
        if (_seen.Add(id))
        {
            _order.Enqueue(id);
        }

        while (_order.Count > _capacity)
        {
            _seen.Remove(_order.Dequeue());
        }
    }
}
