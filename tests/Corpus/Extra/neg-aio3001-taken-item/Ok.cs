using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001TakenItem;

public sealed class Request
{
    public int Attempts;
    public string Result;
    public List<string> Notes = new List<string>();
}

public sealed class RequestQueue
{
    private readonly object _gate = new object();
    private readonly Queue<Request> _queue = new Queue<Request>();

    public void Add(Request request)
    {
        lock (_gate)
        {
            request.Attempts++;
            request.Notes.Add("queued");
            request.Result = null;
            _queue.Enqueue(request);
        }
    }

    public void Retry(Request request)
    {
        lock (_gate)
        {
            request.Attempts++;
            request.Notes.Add("again");
            request.Result = null;
            _queue.Enqueue(request);
        }
    }

    public bool RunOne(Func<Request, string> run)
    {
        Request request;
        lock (_gate)
        {
            if (_queue.Count == 0)
            {
                return false;
            }

            request = _queue.Dequeue();
        }

        request.Attempts++;
        request.Notes.Add("run");
        request.Result = run(request);
        return true;
    }
}
