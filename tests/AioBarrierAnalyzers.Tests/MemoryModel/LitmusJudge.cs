using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.Tests.MemoryModel;

/// <summary>
/// Decides whether .NET allows an outcome, by going through every candidate execution (which store each load reads from, in which order the stores of a
/// location take effect). An execution is possible unless it breaks coherence of one location, gets between the halves of an atomic operation, or contains a
/// critical cycle all of whose program-order edges are kept. Which edges are kept is asked of <see cref="OrderState"/> alone, so that the judge tests it.
/// Stores become visible to all other threads at once ("multicopy atomic", Memory-model.md, "Hardware considerations"), to their own thread earlier.
/// </summary>
internal sealed class LitmusJudge
{
    private readonly LitmusTest _test;
    private readonly List<Event> _events = [];
    private readonly List<Event> _reads;
    private readonly List<List<Event>> _writes;

    private LitmusJudge(LitmusTest test)
    {
        _test = test;
        foreach (var (location, value) in test.Initial)
        {
            var store = new LitmusOperation("W", MemoryAction.PlainStore, location, -1, -1, value);
            _events.Add(new Event(_events.Count, -1, 0, store));
        }

        for (var thread = 0; thread < test.Threads.Count; thread++)
        {
            for (var i = 0; i < test.Threads[thread].Count; i++)
            {
                var operation = test.Threads[thread][i];
                if (operation.Reads || operation.Writes) _events.Add(new Event(_events.Count, thread, i, operation));
            }
        }

        _reads = [.. _events.Where(e => e.Operation.Reads)];
        _writes = [.. _events.Where(e => e.Operation.Writes).GroupBy(e => e.Operation.Location).Select(g => g.ToList())];
    }

    /// <summary>Whether some possible execution of the test has its weak outcome.</summary>
    public static bool Allows(LitmusTest test) => new LitmusJudge(test).Sources(0, new Event[test.Threads.Sum(t => t.Count) + test.Initial.Count]);

    /// <summary>Chooses a store for each load from <paramref name="next"/> on.</summary>
    private bool Sources(int next, Event?[] sources)
    {
        if (next == _reads.Count) return new Execution(this, sources).IsPossible();

        var read = _reads[next];
        foreach (var write in WritesOf(read.Operation.Location!))
        {
            if (write == read) continue;
            sources[read.Index] = write;
            if (Sources(next + 1, sources)) return true;
        }

        return false;
    }

    private List<Event> WritesOf(string location) => _writes.First(w => w[0].Operation.Location == location);

    /// <summary>Each order of the items that begins with the first.</summary>
    private static IEnumerable<List<Event>> Orders(List<Event> items)
    {
        if (items.Count <= 1)
        {
            yield return [.. items];
            yield break;
        }

        foreach (var shorter in Orders(items[..^1]))
        {
            for (var at = 1; at <= shorter.Count; at++) yield return [.. shorter[..at], items[^1], .. shorter[at..]];
        }
    }

    private static bool HasCycle(int count, IEnumerable<(Event From, Event To)> edges)
    {
        var reach = new bool[count, count];
        foreach (var (from, to) in edges) reach[from.Index, to.Index] = true;
        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; reach[i, k] && j < count; j++) reach[i, j] |= reach[k, j];
            }
        }

        return Enumerable.Range(0, count).Any(i => reach[i, i]);
    }

    /// <summary>An access to memory; the initial stores belong to thread -1.</summary>
    private sealed record Event(int Index, int Thread, int Position, LitmusOperation Operation);

    /// <summary>One choice of what each load reads.</summary>
    private sealed class Execution(LitmusJudge judge, Event?[] sources)
    {
        private readonly Dictionary<(int Thread, int Register), int> _registers = [];
        private readonly Dictionary<Event, int> _stored = [];
        private HashSet<Event> _done = [];

        public bool IsPossible()
        {
            if (!Run()) return false;

            var kept = KeptEdges().ToList();
            return Coherence(0, []).Any(coherence => HasOutcome(coherence) && IsConsistent(coherence, kept));
        }

        /// <summary>Computes values until they are stable; false where a load reads from a store that is not made, or out of thin air.</summary>
        private bool Run()
        {
            for (var round = 0; round <= judge._events.Count + 1; round++)
            {
                var before = (_stored.ToHashSet(), _registers.ToHashSet(), _done);
                _done = [.. judge._events.Where(e => e.Thread < 0)];
                foreach (var e in _done) _stored[e] = e.Operation.Value;
                for (var thread = 0; thread < judge._test.Threads.Count; thread++) Run(thread);
                if (before.Item1.SetEquals(_stored) && before.Item2.SetEquals(_registers) && before.Item3.SetEquals(_done))
                    return judge._reads.All(r => !_done.Contains(r) || _done.Contains(sources[r.Index]!));
            }

            return false;
        }

        private void Run(int thread)
        {
            foreach (var (operation, position) in judge._test.Threads[thread].Select((o, i) => (o, i)))
            {
                if (operation.IsCondition && _registers.GetValueOrDefault((thread, operation.Target)) != operation.Value) return;
                if (judge._events.FirstOrDefault(e => e.Thread == thread && e.Position == position) is not { } e) continue;

                _done.Add(e);
                if (operation.Reads) _registers[(thread, operation.Target)] = _stored.GetValueOrDefault(sources[e.Index]!);
                if (operation.Writes) _stored[e] = operation.Source < 0 ? operation.Value : _registers.GetValueOrDefault((thread, operation.Source));
            }
        }

        /// <summary>Chooses an order of the stores of each location.</summary>
        private IEnumerable<List<List<Event>>> Coherence(int next, List<List<Event>> chosen)
        {
            if (next == judge._writes.Count) return [chosen];
            return Orders([.. judge._writes[next].Where(_done.Contains)]).SelectMany(order => Coherence(next + 1, [.. chosen, order]));
        }

        private bool HasOutcome(List<List<Event>> coherence) => judge._test.WeakOutcome.All(c => c.Location is null
            ? _registers.TryGetValue((c.Thread, c.Register), out var value) && value == c.Value
            : _stored[coherence.First(o => o[0].Operation.Location == c.Location)[^1]] == c.Value);

        private bool IsConsistent(List<List<Event>> coherence, List<(Event From, Event To)> kept)
        {
            var communication = Communication(coherence).ToList();
            var sameLocation = ProgramOrder().Where(p => p.From.Operation.Location == p.To.Operation.Location);
            return IsAtomic(coherence)
                && !HasCycle(judge._events.Count, communication.Concat(sameLocation))
                && !HasCycle(judge._events.Count, communication.Where(c => c.From.Thread != c.To.Thread).Concat(kept));
        }

        /// <summary>Between the store that an atomic operation reads from and its own there is no other.</summary>
        private bool IsAtomic(List<List<Event>> coherence) => coherence.All(order => order.All(write =>
            !write.Operation.Reads || order.IndexOf(write) == order.IndexOf(sources[write.Index]!) + 1));

        /// <summary>Reads-from, the order of stores, and from a load to the stores after the one that it reads.</summary>
        private IEnumerable<(Event From, Event To)> Communication(List<List<Event>> coherence)
        {
            foreach (var order in coherence)
            {
                for (var i = 1; i < order.Count; i++) yield return (order[i - 1], order[i]);
                for (var i = 2; i < order.Count; i++)
                {
                    for (var j = 0; j < i - 1; j++) yield return (order[j], order[i]);
                }
            }

            foreach (var read in judge._reads.Where(_done.Contains))
            {
                var source = sources[read.Index]!;
                var order = coherence.First(o => o.Contains(source));
                yield return (source, read);
                foreach (var later in order.Skip(order.IndexOf(source) + 1))
                {
                    if (later != read) yield return (read, later);
                }
            }
        }

        private IEnumerable<(Event From, Event To)> ProgramOrder() =>
            from first in _done
            from second in _done
            where first.Thread == second.Thread && first.Position < second.Position
            select (first, second);

        /// <summary>The pairs of one thread that the model keeps in order.</summary>
        private IEnumerable<(Event From, Event To)> KeptEdges() => ProgramOrder().Where(p => p.From.Thread >= 0 && IsKept(p.From, p.To));

        private bool IsKept(Event first, Event second)
        {
            var operations = judge._test.Threads[first.Thread];
            var state = OrderState.After(first.Operation.Action);
            var rests = false;
            for (var i = first.Position + 1; i <= second.Position; i++)
            {
                var operation = operations[i];
                rests |= operation.IsCondition && operation.Target == first.Operation.Target;
                var dependency = first.Operation.Reads && operation.Source >= 0 && operation.Source == first.Operation.Target ? Dependency.Address
                    : rests ? Dependency.Control : Dependency.None;
                if (i == second.Position) return state.Orders(operation.Action, dependency);
                state = state.Then(operation.Action, dependency);
            }

            return false;
        }
    }
}
