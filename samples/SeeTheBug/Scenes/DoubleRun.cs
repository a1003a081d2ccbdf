using System.Threading;
using BrokenAio.RetryPath;
using ReferenceRing;

namespace SeeTheBug.Scenes;

internal static class DoubleRun
{
    public static Scene Scene { get; } = new(
        "Request run twice (Linux 2005)",
        "leaving the wait list and the kick are two steps; between them the worker sees an empty list and kicks too",
        BugKind.Atomicity,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    // In each round a request runs and waits for a source. One thread is the source, which is ready now; the other ends the run, runs the request again when
    // it is queued, and has it wait for another source, which is never ready. If it is queued once more, it runs for nothing.
    private sealed class BrokenRounds(int size) : IRounds
    {
        private readonly RetryContext[] _contexts = new RetryContext[size];
        private readonly Request[] _requests = new Request[size];
        private readonly object _ready = new();
        private readonly object _never = new();

        public void Prepare()
        {
            for (var i = 0; i < _requests.Length; i++)
            {
                var context = _contexts[i] = new RetryContext();
                var request = _requests[i] = new Request();
                context.Wake(request, _ready);
                context.Next(CancellationToken.None);
                context.WaitOn(request, _ready);
            }
        }

        public void First(int round) => _contexts[round].Wake(_requests[round], _ready);

        public void Second(int round)
        {
            var context = _contexts[round];
            context.FinishRetry(_requests[round]);
            var request = context.Next(CancellationToken.None)!;
            context.WaitOn(request, _never);
            context.FinishRetry(request);
        }

        public bool IsWrong(int round) => _requests[round].Queued;
    }

    private sealed class RightRounds(int size) : IRounds
    {
        private readonly RetryQueue[] _queues = new RetryQueue[size];
        private readonly RetryRequest[] _requests = new RetryRequest[size];
        private readonly object _ready = new();
        private readonly object _never = new();

        public void Prepare()
        {
            for (var i = 0; i < _requests.Length; i++)
            {
                var queue = _queues[i] = new RetryQueue();
                var request = _requests[i] = new RetryRequest(queue);
                queue.Start(request);
                queue.Next(CancellationToken.None);
                queue.WaitOn(request, _ready);
            }
        }

        public void First(int round) => _queues[round].Wake(_requests[round], _ready);

        public void Second(int round)
        {
            var queue = _queues[round];
            queue.FinishRetry(_requests[round]);
            var request = queue.Next(CancellationToken.None);
            queue.WaitOn(request, _never);
            queue.FinishRetry(request);
        }

        public bool IsWrong(int round) => _queues[round].TryNext(out _);
    }
}
