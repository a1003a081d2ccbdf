using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.NegAio1005WheelStopped;

public sealed class WheelTimeout {
    private const int Pending = 0, Cancelled = 1, Fired = 2;

    private readonly WheelTimer _owner;
    private readonly Action _callback;
    private int _state;
    internal readonly long DeadlineTick;
    internal long Rounds;
    internal LinkedListNode<WheelTimeout> Node;

    internal WheelTimeout(WheelTimer owner, Action callback, long deadlineTick) {
        _owner = owner;
        _callback = callback;
        DeadlineTick = deadlineTick;
    }

    internal bool IsPending => Volatile.Read(ref _state) == Pending;

    public bool Cancel() {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Pending) != Pending) return false;

        _owner.NoteCancelled(this);
        return true;
    }

    internal void Fire() {
        if (Interlocked.CompareExchange(ref _state, Fired, Pending) == Pending) {
            ThreadPool.QueueUserWorkItem(static action => action(), _callback, preferLocal: false);
        }
    }
}

public sealed class WheelTimer : IDisposable {
    private const int Created = 0, Running = 1, Stopped = 2;

    private readonly LinkedList<WheelTimeout>[] _buckets;
    private readonly int _mask;
    private readonly long _tickMilliseconds;
    private readonly ConcurrentQueue<WheelTimeout> _incoming = new ConcurrentQueue<WheelTimeout>();
    private readonly ConcurrentQueue<WheelTimeout> _cancelled = new ConcurrentQueue<WheelTimeout>();
    private readonly ManualResetEventSlim _started = new ManualResetEventSlim(false);
    private readonly Thread _worker;
    private long _startTimestamp;
    private int _state;

    public WheelTimer(int order, TimeSpan tick) {
        _buckets = new LinkedList<WheelTimeout>[1 << order];
        for (int i = 0; i < _buckets.Length; i++) _buckets[i] = new LinkedList<WheelTimeout>();
        _mask = _buckets.Length - 1;
        _tickMilliseconds = Math.Max(1, (long)tick.TotalMilliseconds);
        _worker = new Thread(Run) { IsBackground = true };
    }

    public WheelTimeout Schedule(Action callback, TimeSpan delay) {
        EnsureStarted();
        long elapsed = (long)(Stopwatch.GetElapsedTime(_startTimestamp) + delay).TotalMilliseconds;
        var timeout = new WheelTimeout(this, callback, elapsed / _tickMilliseconds + 1);
        _incoming.Enqueue(timeout);
        return timeout;
    }

    public void Dispose() {
        if (Interlocked.Exchange(ref _state, Stopped) == Running) {
            _started.Wait();
            _worker.Join();
        }
    }

    internal void NoteCancelled(WheelTimeout timeout) => _cancelled.Enqueue(timeout);

    private void EnsureStarted() {
        if (Volatile.Read(ref _state) == Created && Interlocked.CompareExchange(ref _state, Running, Created) == Created) {
            _worker.Start();
        }
        if (Volatile.Read(ref _state) == Stopped) throw new ObjectDisposedException(nameof(WheelTimer));

        _started.Wait();
    }

    private void Run() {
        _startTimestamp = Stopwatch.GetTimestamp();
        _started.Set();
        for (long tick = 0; Volatile.Read(ref _state) == Running; tick++) {
            long due = (tick + 1) * _tickMilliseconds;
            while ((long)Stopwatch.GetElapsedTime(_startTimestamp).TotalMilliseconds < due) Thread.Sleep(1);
            DropCancelled();
            AcceptIncoming(tick);
            Expire(_buckets[tick & _mask]);
        }
    }

    private void DropCancelled() {
        while (_cancelled.TryDequeue(out WheelTimeout timeout)) {
            timeout.Node?.List?.Remove(timeout.Node);
            timeout.Node = null;
        }
    }

    private void AcceptIncoming(long tick) {
        while (_incoming.TryDequeue(out WheelTimeout timeout)) {
            if (timeout.IsPending) {
                long target = Math.Max(timeout.DeadlineTick, tick);
                timeout.Rounds = (target - tick) / _buckets.Length;
                timeout.Node = _buckets[target & _mask].AddLast(timeout);
            }
        }
    }

    private static void Expire(LinkedList<WheelTimeout> bucket) {
        LinkedListNode<WheelTimeout> next;
        for (LinkedListNode<WheelTimeout> node = bucket.First; node != null; node = next) {
            next = node.Next;
            if (--node.Value.Rounds < 0) {
                bucket.Remove(node);
                node.Value.Node = null;
                node.Value.Fire();
            }
        }
    }
}
