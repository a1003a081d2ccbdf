using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1001LiteBlockingWait.After;

[StructLayout(LayoutKind.Explicit, Size = 136)]
internal struct PaddedLong
{
    [FieldOffset(64)] public long Value;
}

public sealed class Sequence
{
    private PaddedLong _value;

    public Sequence(long initial = -1) => _value.Value = initial;

    public long Value => Volatile.Read(ref _value.Value);

    public void Publish(long value) => Volatile.Write(ref _value.Value, value);
}

public sealed class AlertException : Exception
{
    public static readonly AlertException Instance = new AlertException();

    private AlertException() : base("The barrier was alerted.")
    {
    }
}

public interface IWaitStrategy
{
    long WaitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier);
    void SignalAllWhenBlocking();
}

public sealed class LiteBlockingWaitStrategy : IWaitStrategy
{
    private readonly object _mutex = new object();
    private int _signalNeeded;

    public long WaitFor(long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
    {
        if (cursor.Value < sequence)
        {
            lock (_mutex)
            {
                do
                {
                    Interlocked.Exchange(ref _signalNeeded, 1);

                    if (cursor.Value >= sequence)
                        break;

                    barrier.CheckAlert();
                    Monitor.Wait(_mutex);
                }
                while (cursor.Value < sequence);
            }
        }

        long available;
        SpinWait spinner = default;
        while ((available = dependent.Value) < sequence)
        {
            barrier.CheckAlert();
            spinner.SpinOnce();
        }

        return available;
    }

    public void SignalAllWhenBlocking()
    {
        if (Interlocked.Exchange(ref _signalNeeded, 0) == 0)
            return;

        lock (_mutex)
        {
            Monitor.PulseAll(_mutex);
        }
    }
}

public sealed class SequenceBarrier
{
    private readonly IWaitStrategy _strategy;
    private readonly Sequence _cursor;
    private readonly Sequence _dependent;
    private volatile bool _alerted;

    public SequenceBarrier(IWaitStrategy strategy, Sequence cursor, Sequence dependent = null)
    {
        _strategy = strategy;
        _cursor = cursor;
        _dependent = dependent ?? cursor;
    }

    public long WaitFor(long sequence)
    {
        CheckAlert();
        return _strategy.WaitFor(sequence, _cursor, _dependent, this);
    }

    public void CheckAlert()
    {
        if (_alerted)
            throw AlertException.Instance;
    }

    public void Alert()
    {
        _alerted = true;
        _strategy.SignalAllWhenBlocking();
    }
}

public sealed class SingleProducerSequencer
{
    private readonly IWaitStrategy _strategy;

    public SingleProducerSequencer(IWaitStrategy strategy) => _strategy = strategy;

    public Sequence Cursor { get; } = new Sequence();

    public SequenceBarrier NewBarrier(Sequence dependent = null) => new SequenceBarrier(_strategy, Cursor, dependent);

    public void Publish(long sequence)
    {
        Cursor.Publish(sequence);
        _strategy.SignalAllWhenBlocking();
    }
}
