using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Synchronization;

/// <summary>A reader-writer lock. A reader is ordered behind the writers before it, a writer behind all.</summary>
internal sealed class ReaderWriterState
{
    private readonly View _byWriters = new();
    private readonly View _byAll = new();
    private readonly Dictionary<SimulatedThread, int> _readers = [];
    private SimulatedThread? _writer;
    private SimulatedThread? _upgradeable;

    public bool Enter(SimulatedThread thread, ReaderWriterMode mode, long timeout)
    {
        thread.Execution.Point(thread);
        if (!thread.Execution.Block(thread, new Request(this, mode), timeout)) return false;

        SimulatedMemory.Acquire(thread, mode == ReaderWriterMode.Write ? _byAll : _byWriters);
        switch (mode)
        {
            case ReaderWriterMode.Read: _readers[thread] = _readers.GetValueOrDefault(thread) + 1; break;
            case ReaderWriterMode.Upgradeable: _upgradeable = thread; break;
            default: _writer = thread; break;
        }

        thread.Execution.Memory.NoteChange();
        return true;
    }

    public void Exit(SimulatedThread thread, ReaderWriterMode mode)
    {
        thread.Execution.Point(thread);
        if (!Holds(thread, mode)) throw new SynchronizationLockException();

        thread.Execution.Memory.Release(thread, _byAll);
        switch (mode)
        {
            case ReaderWriterMode.Read:
                if (--_readers[thread] == 0) _readers.Remove(thread);
                break;
            case ReaderWriterMode.Upgradeable:
                _upgradeable = null;
                break;
            default:
                thread.Execution.Memory.Release(thread, _byWriters);
                _writer = null;
                break;
        }
    }

    public bool Holds(SimulatedThread thread, ReaderWriterMode mode) => mode switch
    {
        ReaderWriterMode.Read => _readers.ContainsKey(thread),
        ReaderWriterMode.Upgradeable => _upgradeable == thread,
        _ => _writer == thread,
    };

    private sealed record Request(ReaderWriterState State, ReaderWriterMode Mode) : IWaitCondition
    {
        public bool IsMetFor(SimulatedThread thread) => (State._writer is null || State._writer == thread) && Mode switch
        {
            ReaderWriterMode.Read => true,
            ReaderWriterMode.Upgradeable => State._upgradeable is null,
            _ => State._readers.Count == 0 && (State._upgradeable is null || State._upgradeable == thread),
        };

        public string Describe() => "a reader-writer lock";
    }
}
