using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Reporting;
using AioBarrierAnalyzers.Explorer.Search;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>One execution of a scenario: the threads, whose turn it is, and how it ended.</summary>
internal sealed class Execution
{
    /// <summary>This many yields in a row without a change, and nothing will ever change.</summary>
    private const int IdleYields = 80;

    /// <summary>After this many, time passes: waits with a timeout end.</summary>
    private const int YieldsUntilTimePasses = 12;

    /// <summary>Iterations of a loop that saw the same before the loop counts as waiting.</summary>
    private const int RepeatsUntilYield = 2;

    [ThreadStatic]
    private static Execution? t_ambient;

    private readonly ExploreOptions _options;
    private readonly IChoices _choices;
    private readonly WorkerPool _workers;
    private readonly List<int> _chosen = [];
    private readonly List<SimulatedThread> _candidates = [];
    private readonly List<SimulatedThread> _threads = [];
    private readonly Dictionary<Type, object> _statics = [];
    private int _steps;
    private int _idleYields;
    private long _changesAtYield = -1;

    public Execution(ExploreOptions options, IReadOnlyList<Site> sites, IChoices choices, WorkerPool workers, Exploration exploration, Trace? trace)
    {
        Exploration = exploration;
        _options = options;
        _choices = choices;
        _workers = workers;
        Sites = sites;
        Trace = trace;
        Memory = new SimulatedMemory(this);
        Objects = new SynchronizationObjects();
    }

    /// <summary>The one that the code on this thread of the process belongs to.</summary>
    public static Execution? Ambient
    {
        get => t_ambient;
        set => t_ambient = value;
    }

    public Exploration Exploration { get; }

    public SimulatedMemory Memory { get; }

    public SynchronizationObjects Objects { get; }

    /// <summary>Unmanaged memory that was allocated.</summary>
    public UnmanagedMemory Unmanaged { get; } = new();

    public IReadOnlyList<Site> Sites { get; }

    /// <summary>Null unless the execution is told again for the report.</summary>
    public Trace? Trace { get; }

    public IReadOnlyList<SimulatedThread> Threads => _threads;

    /// <summary>What was chosen, to tell the execution again.</summary>
    public IReadOnlyList<int> Chosen => _chosen;

    public Failure? Failure { get; private set; }

    /// <summary>The step limit was reached while something still changed: nothing is known.</summary>
    public bool IsUnfinished { get; private set; }

    public bool IsOver { get; private set; }

    public bool DelaysLoads => _options.DelayedReads;

    /// <summary>Milliseconds since the execution began. Time passes only while all wait.</summary>
    public long Clock { get; private set; }

    /// <summary>Sets the scenario up; nothing in it is simulated yet.</summary>
    public ScenarioRun SetUp(Func<ScenarioRun> setUp)
    {
        Ambient = this;
        try
        {
            var run = setUp();
            foreach (var (name, body) in run.Threads)
            {
                Add(name, body);
            }

            return run;
        }
        finally
        {
            Ambient = null;
        }
    }

    /// <summary>The thread that runs first; null when there is none.</summary>
    public SimulatedThread? First() => _threads.Count == 0 ? null : _threads[Choose(ChoiceKind.Switch, _threads.Count)];

    /// <summary>Checks the scenario when all threads have ended, unless it has failed before.</summary>
    public void Check(Action check)
    {
        Ambient = this;
        try
        {
            if (!IsOver) Guard(check);
        }
        finally
        {
            Ambient = null;
            Unmanaged.Release();
        }
    }

    public int Choose(ChoiceKind kind, int count)
    {
        if (count < 2 || (kind == ChoiceKind.Stale && _options.StaleReads == 0)) return 0;

        var chosen = _choices.Choose(kind, count);
        _chosen.Add(chosen);
        return chosen;
    }

    public bool IsRaceChecked(int site) => site >= 0 && Sites[site].Field is { } field && _options.IsRaceChecked(field);

    /// <summary>The static members of a type in this execution.</summary>
    public T StaticsOf<T>(Func<T> create, Action<T> initialize)
        where T : class
    {
        if (_statics.TryGetValue(typeof(T), out var found)) return (T)found;

        var created = create();
        _statics.Add(typeof(T), created);

        // Nobody sees a type before its initializer has run: it runs as if before all threads.
        var running = SimulatedThread.Running;
        SimulatedThread.Running = null;
        try
        {
            initialize(created);
        }
        finally
        {
            SimulatedThread.Running = running;
        }

        return created;
    }

    public SimulatedThread Add(string name, Action body)
    {
        var thread = new SimulatedThread(this, _threads.Count, name, body);
        _threads.Add(thread);
        if (_threads.Count > _options.MaxThreads)
        {
            throw new InvalidOperationException($"More than {_options.MaxThreads} threads.");
        }

        return thread;
    }

    /// <summary>Before something that others can see: another thread may come first.</summary>
    public void Point(SimulatedThread me)
    {
        Step(me);
        Collect(me, Memory.Changes);
        if (_candidates.Count == 0) return;

        var chosen = Choose(ChoiceKind.Preempt, _candidates.Count + 1);
        if (chosen != 0)
        {
            SwitchTo(_candidates[chosen - 1], me);
        }
    }

    /// <summary>Lets the thread wait.</summary>
    /// <param name="me">The running thread.</param>
    /// <param name="condition">What it waits for.</param>
    /// <param name="timeout">In milliseconds; negative when there is none.</param>
    /// <returns>False when the time was up first.</returns>
    public bool Block(SimulatedThread me, IWaitCondition condition, long timeout)
    {
        SimulatedMemory.CompletePending(me, null);
        if (timeout == 0) return condition.IsMetFor(me);

        while (!condition.IsMetFor(me))
        {
            Step(me);
            me.Waiting = condition;
            me.Timeout = Math.Max(timeout, 0);
            me.IsTimedOut = false;
            PassOn(me);
            me.Waiting = null;
            me.Timeout = 0;
            if (me.IsTimedOut && !condition.IsMetFor(me)) return false;
        }

        return true;
    }

    /// <summary>The thread says, or shows by repeating itself, that it waits for others.</summary>
    public void Yield(SimulatedThread me)
    {
        SimulatedMemory.CompletePending(me, null);
        Step(me);
        if (Memory.Changes == _changesAtYield)
        {
            _idleYields++;
            Clock += 1L << Math.Min(_idleYields, 40);
            if (_idleYields > IdleYields)
            {
                Fail(FailureKind.NoProgress, $"{me.Name} spins, and nothing will change any more.{Waiters()}");
            }
        }
        else
        {
            _changesAtYield = Memory.Changes;
            _idleYields = 0;
            Clock++;
        }

        me.YieldedAt = Memory.Changes;
        PassOn(me);
        me.YieldedAt = -1;
    }

    /// <summary>At the start of each iteration of a loop. A loop that changes nothing and sees what it saw before yields.</summary>
    public void LoopBack(SimulatedThread me)
    {
        Step(me);
        var loads = me.Memory.LoadsSeen;
        if (loads != 0 && loads == me.LoopLoads && Memory.Changes == me.LoopChanges)
        {
            if (++me.LoopRepeats >= RepeatsUntilYield)
            {
                Yield(me);
            }
        }
        else
        {
            me.LoopRepeats = 0;
            me.LoopLoads = loads;
            me.LoopChanges = Memory.Changes;
        }

        me.Memory.LoadsSeen = 0;
    }

    public void Fail(FailureKind kind, string message)
    {
        Failure ??= new Failure(kind, message);
        IsOver = true;
        throw new ExecutionAbortedException();
    }

    public void Race(Site first, Site second) =>
        Fail(FailureKind.Race, $"{second.Text} (line {second.Line}) is not ordered with {first.Text} (line {first.Line}) of another thread.");

    /// <summary>Runs a thread from beginning to end; called on its worker.</summary>
    /// <returns>The thread that runs next; null when all have ended.</returns>
    public SimulatedThread? RunBody(SimulatedThread thread)
    {
        if (!IsOver)
        {
            Guard(() =>
            {
                thread.Body();
                SimulatedMemory.CompletePending(thread, null);
            });
        }

        thread.IsFinished = true;
        thread.Waiting = null;
        Memory.NoteChange();
        if (!IsOver)
        {
            try
            {
                return Next(thread);
            }
            catch (ExecutionAbortedException)
            {
                // A deadlock of the others.
            }
        }

        // Each thread that had begun unwinds, one after the other.
        return _threads.Find(t => !t.IsFinished);
    }

    /// <summary>Another thread runs, for this one waits or yields.</summary>
    private void PassOn(SimulatedThread me)
    {
        var next = Next(me)!;
        if (next != me)
        {
            SwitchTo(next, me);
        }
        else if (!me.CanRun)
        {
            TimeOut(me);
        }
    }

    /// <summary>Picks the thread that runs next, when this one does not go on by itself.</summary>
    /// <returns>Null when all have ended.</returns>
    private SimulatedThread? Next(SimulatedThread me)
    {
        Collect(null, Memory.Changes);
        if (_candidates.Count == 0)
        {
            // All that can run have yielded: again in turn, this one last.
            Collect(null, -1);
            if (_candidates.Count > 1) _candidates.Remove(me);
        }

        if (_candidates.Count == 0)
        {
            _candidates.AddRange(_threads.Where(t => !t.IsFinished && t.Timeout > 0));
            if (_candidates.Count != 0)
            {
                var first = _candidates.MinBy(t => t.Timeout)!;
                _candidates.Clear();
                _candidates.Add(first);
                Memory.NoteChange();
            }
        }

        if (_candidates.Count == 0)
        {
            if (_threads.TrueForAll(t => t.IsFinished)) return null;

            Fail(FailureKind.Deadlock, "All threads wait, with work still to do:" + Waiters());
        }

        var next = _candidates[Choose(ChoiceKind.Switch, _candidates.Count)];
        if (me.IsFinished && !next.CanRun) TimeOut(next);
        return next;
    }

    /// <summary>Gathers the threads that could run instead of this one.</summary>
    private void Collect(SimulatedThread? except, long changes)
    {
        _candidates.Clear();
        foreach (var thread in _threads)
        {
            if (thread == except || thread.IsFinished || (thread.YieldedAt >= 0 && thread.YieldedAt == changes)) continue;

            if (thread.CanRun || (thread.Timeout > 0 && (_options.EarlyTimeouts || _idleYields > YieldsUntilTimePasses)))
            {
                _candidates.Add(thread);
            }
        }
    }

    private void SwitchTo(SimulatedThread next, SimulatedThread me)
    {
        if (!next.CanRun) TimeOut(next);

        _workers.Resume(next);
        me.Worker!.Gate.Pass();
        if (IsOver) throw new ExecutionAbortedException();
    }

    private void TimeOut(SimulatedThread thread)
    {
        thread.IsTimedOut = true;
        Clock += thread.Timeout;
    }

    private void Step(SimulatedThread me)
    {
        if (IsOver) throw new ExecutionAbortedException();

        if (++_steps > _options.MaxSteps)
        {
            IsUnfinished = true;
            IsOver = true;
            throw new ExecutionAbortedException();
        }
    }

    private void Guard(Action body)
    {
        try
        {
            body();
        }
        catch (ExecutionAbortedException)
        {
            // Noted where it began.
        }
        catch (ScenarioViolationException violation)
        {
            Failure ??= new Failure(FailureKind.Invariant, violation.Message);
            IsOver = true;
        }
        catch (UnsupportedConstructException refused)
        {
            Failure ??= new Failure(FailureKind.Refused, refused.Message) { Refusal = refused };
            IsOver = true;
        }
#pragma warning disable CA1031 // Whatever the program throws is its own.
        catch (Exception error)
        {
            if (!IsOver)
            {
                Failure ??= new Failure(FailureKind.Exception, $"{error.GetType().Name}: {error.Message}") { Error = error };
                IsOver = true;
            }
        }
#pragma warning restore CA1031
    }

    private string Waiters() => string.Concat(
        _threads.Where(t => !t.IsFinished && t.Waiting is not null).Select(t => $"\n  {t.Name} waits for {t.Waiting!.Describe()}"));
}
