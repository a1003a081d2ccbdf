using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Synchronization;

/// <summary>A lock with a wait set: entering is an acquire, leaving a release, and neither is a fence (memory-model.md: not promised).</summary>
internal sealed class LockState : IWaitCondition
{
    private readonly View _view = new();
    private readonly List<WaitTicket> _waiting = [];
    private int _depth;

    public SimulatedThread? Holder { get; private set; }

    public bool IsMetFor(SimulatedThread thread) => Holder is null;

    public string Describe() => $"a lock that {Holder?.Name ?? "nobody"} holds";

    /// <returns>False when the time was up first.</returns>
    public bool Enter(SimulatedThread thread, long timeout)
    {
        if (Holder != thread)
        {
            thread.Execution.Point(thread);
            if (!thread.Execution.Block(thread, this, timeout)) return false;

            Take(thread);
        }

        _depth++;
        return true;
    }

    public void Exit(SimulatedThread thread)
    {
        Require(thread);
        if (_depth == 1)
        {
            thread.Execution.Point(thread);
        }

        if (--_depth == 0) Leave(thread);
    }

    /// <returns>False when the time was up before a pulse.</returns>
    public bool Wait(SimulatedThread thread, long timeout)
    {
        Require(thread);
        thread.Execution.Point(thread);
        var depth = _depth;
        var ticket = new WaitTicket();
        _waiting.Add(ticket);
        Leave(thread);
        var isPulsed = thread.Execution.Block(thread, ticket, timeout);
        _waiting.Remove(ticket);
        thread.Execution.Block(thread, this, Timeout.Infinite);
        Take(thread);
        _depth = depth;
        return isPulsed;
    }

    public void Pulse(SimulatedThread thread, int count)
    {
        Require(thread);
        thread.Execution.Point(thread);
        for (; count > 0 && _waiting.Count != 0; count--)
        {
            _waiting[0].IsPulsed = true;
            _waiting.RemoveAt(0);
        }

        thread.Execution.Memory.NoteChange();
    }

    private void Take(SimulatedThread thread)
    {
        Holder = thread;
        SimulatedMemory.Acquire(thread, _view);
        thread.Execution.Memory.NoteChange();
    }

    private void Leave(SimulatedThread thread)
    {
        thread.Execution.Memory.Release(thread, _view);
        Holder = null;
        _depth = 0;
    }

    private void Require(SimulatedThread thread)
    {
        if (Holder != thread) throw new SynchronizationLockException();
    }

    private sealed class WaitTicket : IWaitCondition
    {
        public bool IsPulsed { get; set; }

        public bool IsMetFor(SimulatedThread thread) => IsPulsed;

        public string Describe() => "a pulse";
    }
}
