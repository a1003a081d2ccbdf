using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>The members of an outermost type, its nested types and what it inherits from types in the source, each with its graph.</summary>
internal sealed class TypeMembers
{
    /// <summary>A type with more members than this is not judged.</summary>
    private const int MaxMembers = 400;

    private TypeMembers(INamedTypeSymbol type, IReadOnlyList<Member> members)
    {
        Type = type;
        Members = members;
    }

    public INamedTypeSymbol Type { get; }

    public IReadOnlyList<Member> Members { get; }

    public static TypeMembers Of(INamedTypeSymbol outermost, KnownMembers known, BodyProvider bodies, MemberFilter filter, BarrierOptions options,
        CancellationToken cancellation)
    {
        var members = new List<Member>();
        foreach (INamedTypeSymbol type in outermost.WithNested().Where(t => t.TypeKind is TypeKind.Class or TypeKind.Struct))
        {
            var context = new WalkContext(known, bodies, options, type, new HelperFilter(filter, type, cancellation).IsWorthFollowing);
            var collector = new Collector(context, filter, cancellation);
            if (!collector.TryCollect(MaxMembers, members))
                return new TypeMembers(outermost, System.Array.Empty<Member>());
        }

        members = LeaveLocksToCallers(members);
        foreach (Member member in members)
            member.Complete();
        return new TypeMembers(outermost, members);
    }

    /// <summary>
    /// Leaves out the methods for the project or derived types alone that others of the members call, and always under a lock: they leave the lock to their
    /// callers, and are seen there. So do public ones of a type for the project alone, where it is another type that calls them.
    /// </summary>
    public static List<Member> LeaveLocksToCallers(IReadOnlyCollection<Member> members)
    {
        HashSet<IMethodSymbol> locked = CalledUnderLocks(members);
        return members.Where(m => m.Kind != MemberKind.Ordinary || m.TakesLock || !locked.Contains(m.Method.OriginalDefinition)).ToList();
    }

    [MethodImpl(HotPath.Optimized)]
    private static HashSet<IMethodSymbol> CalledUnderLocks(IReadOnlyCollection<Member> members)
    {
        var called = new Dictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
        var left = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        MemoryEvent? before = null;
        foreach (MemoryEvent @event in members.SelectMany(m => m.Graph.Events))
        {
            // One call has many events, mostly under the same locks.
            if (@event.Frame == before?.Frame && @event.Locks == before.Locks)
                continue;
            before = @event;
            for (Frame at = @event.Frame; at.Caller is { } caller; at = caller)
            {
                IMethodSymbol method = at.Method.OriginalDefinition;
                if (method.IsForTheProject() || (method.ContainingType.IsHidden() && !IsOfOneType(method, caller.Method)))
                    left.Add(method);
                if (method.IsForTheProject() || method.ContainingType.IsHidden())
                    called[method] = IsUnderLock(@event, at, caller) && (!called.TryGetValue(method, out bool always) || always);
            }
        }

        left.RemoveWhere(m => !called[m]);
        return left;
    }

    /// <summary>Not by a lock of the caller's own around the use of an object that it was given: who else was given it has another lock.</summary>
    private static bool IsUnderLock(MemoryEvent @event, Frame at, Frame caller) => !@event.Locks.IsEmpty &&
        (IsOfOneType(at.Method, caller.Method) || at.Receiver is not Value.Given { Symbol: IParameterSymbol } ||
            @event.Locks.Locks.Any(l => l.Location.NamingSymbol is IParameterSymbol));

    private static bool IsOfOneType(IMethodSymbol a, IMethodSymbol b) => SymbolEqualityComparer.Default.Equals(
        a.ContainingType.Outermost().OriginalDefinition, b.ContainingType.Outermost().OriginalDefinition);

    /// <summary>Collects the members of one type.</summary>
    private sealed class Collector
    {
        private readonly WalkContext _context;
        private readonly MemberFilter _filter;
        private readonly CancellationToken _cancellation;
        private readonly HashSet<ISymbol> _changing = new(SymbolEqualityComparer.Default);
        private readonly HashSet<IMethodSymbol> _called = new(SymbolEqualityComparer.Default);
        private readonly HashSet<IMethodSymbol> _usedAsValue = new(SymbolEqualityComparer.Default);
        private readonly HashSet<IMethodSymbol> _started = new(SymbolEqualityComparer.Default);
        private HashSet<string> _enteredElsewhere = new();
        private readonly HashSet<IMethodSymbol> _repeated = new(SymbolEqualityComparer.Default);

        public Collector(WalkContext context, MemberFilter filter, CancellationToken cancellation)
        {
            _filter = filter;
            _context = context;
            _cancellation = cancellation;
        }

        public bool TryCollect(int max, List<Member> into)
        {
            List<IMethodSymbol> all = Methods().ToList();
            if (all.Count == 0)
                return true;
            RelevantMethods relevant = _filter.Relevant(_context.Type, all,
                _context.Options.GuardNames.Concat(_context.Options.WaiterCheckNames).Select(LastName), _cancellation);
            IReadOnlyList<IMethodSymbol> methods = relevant.Methods;
            _enteredElsewhere = relevant.EnteredElsewhere;
            if (!methods.Any(m => SymbolEqualityComparer.Default.Equals(m.ContainingType.OriginalDefinition, _context.Type.OriginalDefinition)))
                return true;
            if (methods.Count > max)
                return false;
            foreach (IMethodSymbol method in methods)
            {
                if (_context.Bodies.Get(method, _cancellation) is { } facts)
                    Note(facts);
            }

            var receiver = new Value.Given(_context.Type);
            var tooDeep = new DeepHelpers();
            var deferred = new Queue<DeferredCode>();
            var seen = new HashSet<SyntaxNode>();
            foreach (IMethodSymbol method in methods)
            {
                if (IsHelper(method))
                    continue;
                MemberWalk walk = MemberWalk.RunUnder(LockSet.Empty, _context, new CodeBody(method, null, method.IsStatic ? null : receiver), _cancellation);
                Add(walk, method, KindOf(method), deferred, into);
                tooDeep.AddAll(walk.TooDeep);
            }

            foreach (IMethodSymbol helper in methods.Where(IsHelper))
            {
                if (tooDeep.LocksOf(helper) is not { } locks)
                    continue;
                MemberWalk walk = MemberWalk.RunUnder(locks, _context, new CodeBody(helper, null, helper.IsStatic ? null : receiver), _cancellation);
                Add(walk, helper, MemberKind.Ordinary, deferred, into);
            }

            while (deferred.Count > 0 && into.Count < max)
            {
                DeferredCode code = deferred.Dequeue();
                if (code.Body.Graph is null)
                {
                    if (code.IsStarted)
                        _started.Add(code.Body.Method.OriginalDefinition);
                    if (code.IsRepeated)
                        _repeated.Add(code.Body.Method.OriginalDefinition);
                    continue;
                }

                if (!seen.Add(code.Body.Graph.OriginalOperation.Syntax))
                    continue;
                MemberWalk walk = MemberWalk.Run(_context, code.Body, code.State, _cancellation, _changing);
                int before = into.Count;
                Add(walk, code.Body.Method, code.IsStarted ? MemberKind.Started : MemberKind.Ordinary, deferred, into);
                if (into.Count > before)
                    (into[before].IsRepeated, into[before].MayRunAtOnce) = (code.IsRepeated, !code.IsLater);
            }

            foreach (Member member in into)
            {
                if (_started.Contains(member.Method.OriginalDefinition))
                    member.Kind = MemberKind.Started;
                member.IsRepeated |= _repeated.Contains(member.Method.OriginalDefinition);
            }

            foreach (Member part in into.Where(m => m.Kind == MemberKind.Ordinary && IsLeftOpen(m.Method)))
            {
                List<Member> callers = into.Where(m => m != part && m.HasCodeOf(part.Method)).ToList();
                if (callers.Count > 0 && callers.TrueForAll(m => m.Kind == MemberKind.Started && m.Method.MethodKind != MethodKind.Destructor))
                    part.Kind = MemberKind.Started;
            }

            return true;
        }

        /// <summary>What a base leaves open, and asks for itself: it runs where the base does.</summary>
        private static bool IsLeftOpen(IMethodSymbol method) =>
            method is { IsOverride: true, DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedAndInternal };

        private static string LastName(string name) => name.Substring(name.LastIndexOf('.') + 1);

        private void Add(MemberWalk walk, IMethodSymbol method, MemberKind kind, Queue<DeferredCode> deferred, List<Member> into)
        {
            if (walk.IsGivenUp)
                return;
            _changing.UnionWith(walk.ChangingLocals);
            into.Add(new Member(method, walk.Context.Type, walk.Graph, kind));
            foreach (DeferredCode code in walk.Deferred)
                deferred.Enqueue(code);
        }

        private MemberKind KindOf(IMethodSymbol method) => method.MethodKind switch
        {
            MethodKind.Constructor or MethodKind.StaticConstructor => MemberKind.Construction,
            MethodKind.Destructor => MemberKind.Started,
            _ => _context.Known.IsExecuteOfWorkItem(method) ? MemberKind.Started
                : _filter.IsOfConstruction(method, _cancellation) ? MemberKind.Construction : MemberKind.Ordinary,
        };

        private IEnumerable<IMethodSymbol> Methods()
        {
            foreach (IMethodSymbol method in _context.Type.GetMembers().OfType<IMethodSymbol>().Where(HasCode))
                yield return method;
            for (INamedTypeSymbol? type = _context.Type.BaseType; type is not null && type.Locations.Any(l => l.IsInSource); type = type.BaseType)
            {
                foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(HasCode))
                {
                    if (method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor) && !IsOverridden(method))
                        yield return method;
                }
            }
        }

        private static bool HasCode(IMethodSymbol method) => !method.IsAbstract && !method.IsImplicitlyDeclared && method.DeclaringSyntaxReferences.Length > 0;

        private bool IsOverridden(IMethodSymbol method) =>
            (method.IsVirtual || method.IsOverride) &&
            !SymbolEqualityComparer.Default.Equals(Overrides.Find(_context.Type, method)?.OriginalDefinition, method.OriginalDefinition);

        private void Note(GraphFacts facts)
        {
            _called.UnionWith(facts.Called.Keys);
            _usedAsValue.UnionWith(facts.UsedAsValue);
            foreach (var lambda in facts.Lambdas)
                Note(_context.Bodies.FactsOf(facts.Graph.GetAnonymousFunctionControlFlowGraph(lambda)));
            foreach (IMethodSymbol function in facts.Graph.LocalFunctions)
                Note(_context.Bodies.FactsOf(facts.Graph.GetLocalFunctionControlFlowGraph(function)));
        }

        /// <summary>Private, and only ever called: it is seen where it is called, with the locks that are held there.</summary>
        private bool IsHelper(IMethodSymbol method) =>
            method.DeclaredAccessibility == Accessibility.Private && method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor) &&
            method.ExplicitInterfaceImplementations.IsEmpty && !_enteredElsewhere.Contains((method.AssociatedSymbol ?? method).Name) &&
            _called.Contains(method.OriginalDefinition) && !_usedAsValue.Contains(method.OriginalDefinition);
    }
}
