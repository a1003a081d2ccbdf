using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio3007WorkerFactory.After;

public sealed class ResizeWorker
{
    private int _done;

    public ConcurrentQueue<string> Input;

    public int Done => Volatile.Read(ref _done);

    public void Run()
    {
        while (Input.TryDequeue(out string path))
        {
            if (path.Length > 0)
            {
                Interlocked.Increment(ref _done);
            }
        }
    }
}

public static class ResizeWorkers
{
    public static ResizeWorker Start(ConcurrentQueue<string> input)
    {
        var worker = new ResizeWorker();
        var thread = new Thread(worker.Run);
        worker.Input = input;
        thread.Start();
        return worker;
    }
}
