using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3005LeaseReleaser;

public sealed class AsyncMutex
{
    private readonly SemaphoreSlim _semaphore = new SemaphoreSlim(1, 1);

    public async ValueTask<Releaser> EnterAsync(CancellationToken cancellationToken = default)
    {
        await _semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Releaser(_semaphore);
    }

    public bool TryEnter(out Releaser releaser)
    {
        if (!_semaphore.Wait(0))
        {
            releaser = default;
            return false;
        }

        releaser = new Releaser(_semaphore);
        return true;
    }

    public readonly struct Releaser : IDisposable
    {
        private readonly SemaphoreSlim _semaphore;

        internal Releaser(SemaphoreSlim semaphore) => _semaphore = semaphore;

        public void Dispose() => _semaphore?.Release();
    }
}

public sealed class CallbackQueue
{
    private readonly object _sync = new object();
    private readonly Queue<Action> _callbacks = new Queue<Action>();
    private bool _running;
    private int _failures;

    public int Failures
    {
        get { lock (_sync) return _failures; }
    }

    public void Post(Action callback)
    {
        lock (_sync)
        {
            _callbacks.Enqueue(callback);
        }
    }

    public int RunAll()
    {
        int ran = 0;
        lock (_sync)
        {
            if (_running)
                return 0;

            _running = true;
            try
            {
                while (_callbacks.TryDequeue(out Action callback))
                {
                    bool failed = false;
                    Monitor.Exit(_sync);
                    try
                    {
                        callback();
                    }
                    catch (Exception)
                    {
                        failed = true;
                    }
                    finally
                    {
                        Monitor.Enter(_sync);
                    }

                    ran++;
                    if (failed)
                        _failures++;
                }
            }
            finally
            {
                _running = false;
            }
        }

        return ran;
    }
}

public sealed class ExclusiveDocument
{
    private readonly AsyncMutex _mutex = new AsyncMutex();
    private readonly List<string> _lines = new List<string>();

    public async Task<int> EditAsync(Func<IList<string>, Task> edit, CancellationToken cancellationToken)
    {
        using (await _mutex.EnterAsync(cancellationToken).ConfigureAwait(false))
        {
            await edit(_lines).ConfigureAwait(false);
            return _lines.Count;
        }
    }

    public bool TrySnapshot(out string[] lines)
    {
        if (!_mutex.TryEnter(out AsyncMutex.Releaser releaser))
        {
            lines = null;
            return false;
        }

        using (releaser)
        {
            lines = _lines.ToArray();
            return true;
        }
    }
}
