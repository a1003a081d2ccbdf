using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002ReplyRecycling.Before;

public sealed class PendingReplies
{
    private sealed class Reply
    {
        public Action<byte[]> Handler;
    }

    private readonly object _sync = new object();
    private readonly Dictionary<int, Reply> _open = new Dictionary<int, Reply>();
    private readonly Stack<Reply> _spare = new Stack<Reply>();
    private int _lastId;

    public int Expect(Action<byte[]> handler, TimeSpan patience)
    {
        int id;
        lock (_sync)
        {
            id = ++_lastId;
            Reply reply = _spare.TryPop(out Reply spare) ? spare : new Reply();
            reply.Handler = handler;
            _open.Add(id, reply);
        }

        Task.Delay(patience).ContinueWith(_ => Expire(id), TaskScheduler.Default);
        return id;
    }

    public bool OnResponse(int id, byte[] body)
    {
        Reply reply;
        lock (_sync)
        {
            if (!_open.TryGetValue(id, out reply))
            {
                return false;
            }
        }

        Complete(reply, body);
        lock (_sync)
        {
            _open.Remove(id);
        }

        return true;
    }

    private void Expire(int id)
    {
        Reply reply;
        lock (_sync)
        {
            if (!_open.Remove(id, out reply))
            {
                return;
            }
        }

        Complete(reply, null);
    }

    private void Complete(Reply reply, byte[] body)
    {
        Action<byte[]> handler = reply.Handler;
        reply.Handler = null;
        lock (_sync)
        {
            _spare.Push(reply);
        }

        handler(body);
    }
}
