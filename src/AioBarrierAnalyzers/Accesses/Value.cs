using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>
/// What is known of the value of an expression: the loads it came from, and enough of its form to decide a branch. Not a full
/// symbolic value: what is not listed here is <see cref="Unknown"/> or <see cref="Derived"/>.
/// </summary>
internal abstract class Value
{
    /// <summary>True for an object this run made itself and for what is reached through it.</summary>
    public virtual bool IsFresh => false;

    /// <summary>True where the value may change from one round of a loop to the next.</summary>
    public virtual bool Varies => false;

    /// <summary>True where the value may change from one round to the next of a loop of these nodes.</summary>
    public virtual bool VariesIn(System.Collections.BitArray loop) => Varies;

    /// <summary>True for what a clock said, and what is worked out from that: a span of time, the moment at which something is due.</summary>
    public virtual bool IsTime => false;

    /// <summary>The events whose result this value depends on, each once.</summary>
    public virtual IReadOnlyList<MemoryEvent> Sources() => System.Array.Empty<MemoryEvent>();

    /// <summary>True where both are certainly the same value.</summary>
    public static bool Same(Value? a, Value? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        return (a, b) switch
        {
            (Constant x, Constant y) => Equals(x.Content, y.Content),
            (Held x, Held y) => x.Path.Equals(y.Path),
            (Loaded x, Loaded y) => x.Event == y.Event || (x.Event.Path is { } p && y.Event.Path is { } q && p.Equals(q)),
            (Loaded x, Held y) => x.Event.Path?.Equals(y.Path) == true,
            (Held x, Loaded y) => y.Event.Path?.Equals(x.Path) == true,
            (Address x, Address y) => x.Path.Equals(y.Path),
            (Given { Symbol: IParameterSymbol { RefKind: RefKind.Ref } x }, Given y) => SymbolEqualityComparer.Default.Equals(x, y.Symbol),
            _ => false,
        };
    }

    /// <summary>The sources of two values; mostly one of them has any.</summary>
    private static IReadOnlyList<MemoryEvent> SourcesOf(Value? first, Value? second)
    {
        IReadOnlyList<MemoryEvent> some = first?.Sources() ?? System.Array.Empty<MemoryEvent>();
        IReadOnlyList<MemoryEvent> more = second?.Sources() ?? System.Array.Empty<MemoryEvent>();
        return some.Count == 0 ? more : more.Count == 0 ? some : SourcesOf(int.MaxValue, new[] { first, second });
    }

    /// <summary>The sources of several values, or some of them where there are more than anyone asks for. Mostly one value has any.</summary>
    private static IReadOnlyList<MemoryEvent> SourcesOf(int most, Value?[] values)
    {
        IReadOnlyList<MemoryEvent> all = System.Array.Empty<MemoryEvent>();
        List<MemoryEvent>? joined = null;
        foreach (Value? value in values)
        {
            IReadOnlyList<MemoryEvent> more = value?.Sources() ?? System.Array.Empty<MemoryEvent>();
            if (all.Count == 0)
            {
                all = more;
                continue;
            }

            if (more.Count == 0 || ReferenceEquals(all, more))
                continue;
            all = joined ??= new List<MemoryEvent>(all);
            for (int i = 0; i < more.Count; i++)
            {
                if (!joined.Contains(more[i]))
                    joined.Add(more[i]);
            }

            if (joined.Count > most)
                break;
        }

        return all;
    }

    /// <summary>Nothing is known.</summary>
    internal sealed class Unknown : Value
    {
        public static readonly Unknown Instance = new();
    }

    /// <summary>A compile-time constant; null is a constant whose content is null.</summary>
    internal sealed class Constant : Value
    {
        public Constant(object? content) => Content = content;

        public object? Content { get; }
    }

    /// <summary>The receiver of the member, or a parameter: something given from outside, the same throughout the run.</summary>
    internal sealed class Given : Value
    {
        public Given(ISymbol symbol) => Symbol = symbol;

        public ISymbol Symbol { get; }
    }

    /// <summary>An object this run made.</summary>
    internal sealed class Made : Value
    {
        public Made(ITypeSymbol? type, int at = -1)
        {
            Type = type;
            At = at;
        }

        public ITypeSymbol? Type { get; }

        /// <summary>The node behind which it was made; -1 where that is not known.</summary>
        public int At { get; }

        /// <summary>What its constructor was given; of an array without an initializer, its lengths.</summary>
        public IReadOnlyList<Value> Parts { get; init; } = System.Array.Empty<Value>();

        /// <summary>Of a struct in a local: what was copied there. The copy is nobody else's, what its fields lead to may be.</summary>
        public Value? CopyOf { get; init; }

        /// <summary>The locks that whoever made it has taken, and that end with it.</summary>
        public IReadOnlyList<MemoryLocation> Scope { get; set; } = System.Array.Empty<MemoryLocation>();

        public override bool IsFresh => true;
    }

    /// <summary>The result of a load, or of an atomic operation (its old or new value, or whether it succeeded).</summary>
    internal sealed class Loaded : Value
    {
        private IReadOnlyList<MemoryEvent>? _sources;

        public Loaded(MemoryEvent @event, bool isExact = true)
        {
            Event = @event;
            IsExact = isExact;
        }

        public MemoryEvent Event { get; }

        /// <summary>The value is the very content that was read, not something computed from it.</summary>
        public bool IsExact { get; }

        public override bool IsFresh => Event.Path?.IsFresh == true;

        public override IReadOnlyList<MemoryEvent> Sources() => _sources ??= new[] { Event };
    }

    /// <summary>What a location holds that never changes after construction (a readonly field): no event stands for its load.</summary>
    internal sealed class Held : Value
    {
        public Held(AccessPath path) => Path = path;

        public AccessPath Path { get; }

        public override bool IsFresh => Path.IsFresh;

        public override IReadOnlyList<MemoryEvent> Sources() => Path.Base?.Sources() ?? System.Array.Empty<MemoryEvent>();
    }

    /// <summary>A reference or pointer to a location.</summary>
    internal sealed class Address : Value
    {
        private IReadOnlyList<MemoryEvent>? _sources;

        public Address(AccessPath path) => Path = path;

        public AccessPath Path { get; }

        public override bool IsFresh => Path.IsFresh;

        public override IReadOnlyList<MemoryEvent> Sources() => _sources ??= SourcesOf(Path.Base, Path.Index);
    }

    /// <summary>A comparison of two values.</summary>
    internal sealed class Comparison : Value
    {
        private IReadOnlyList<MemoryEvent>? _sources;

        public Comparison(Relation relation, Value left, Value right)
        {
            Relation = relation;
            Left = left;
            Right = right;
        }

        public Relation Relation { get; }

        public Value Left { get; }

        public Value Right { get; }

        public override bool Varies => Left.Varies || Right.Varies;

        public override bool VariesIn(System.Collections.BitArray loop) => Left.VariesIn(loop) || Right.VariesIn(loop);

        public override IReadOnlyList<MemoryEvent> Sources() => _sources ??= SourcesOf(Left, Right);
    }

    /// <summary>The negation of a condition.</summary>
    internal sealed class Negation : Value
    {
        public Negation(Value operand) => Operand = operand;

        public Value Operand { get; }

        public override bool Varies => Operand.Varies;

        public override bool VariesIn(System.Collections.BitArray loop) => Operand.VariesIn(loop);

        public override IReadOnlyList<MemoryEvent> Sources() => Operand.Sources();
    }

    /// <summary>
    /// A condition that comes true only where the operand is an object, and perhaps not even then: <c>x?.Size &gt; 0</c>, <c>x is { Size: 0 }</c>.
    /// </summary>
    internal sealed class ObjectTest : Value
    {
        private readonly Value _rest;
        private IReadOnlyList<MemoryEvent>? _sources;

        /// <param name="operand">What has to be an object.</param>
        /// <param name="rest">What else the condition rests on.</param>
        public ObjectTest(Value operand, Value rest)
        {
            Operand = operand;
            _rest = rest;
        }

        public Value Operand { get; }

        public override bool Varies => Operand.Varies || _rest.Varies;

        public override bool VariesIn(System.Collections.BitArray loop) => Operand.VariesIn(loop) || _rest.VariesIn(loop);

        public override IReadOnlyList<MemoryEvent> Sources() => _sources ??= SourcesOf(Operand, _rest);
    }

    /// <summary>A mask of a value: <c>operand &amp; mask</c>.</summary>
    internal sealed class Masked : Value
    {
        public Masked(Value operand, long mask)
        {
            Operand = operand;
            Mask = mask;
        }

        public Value Operand { get; }

        public long Mask { get; }

        public override bool Varies => Operand.Varies;

        public override bool VariesIn(System.Collections.BitArray loop) => Operand.VariesIn(loop);

        public override IReadOnlyList<MemoryEvent> Sources() => Operand.Sources();
    }

    /// <summary>Something computed from other values; also the meeting of several definitions.</summary>
    internal sealed class Derived : Value
    {
        private const int MaxSources = 24;
        private readonly IReadOnlyList<MemoryEvent> _sources;
        private readonly List<int>? _assignedAt;

        /// <param name="varies">May change from one round of a loop to the next even if no operand does.</param>
        /// <param name="isChoice">The value is one of the operands, and not computed from them.</param>
        /// <param name="operands">What it comes from.</param>
        public Derived(bool varies, bool isChoice, params Value[] operands)
        {
            // Flattened here, once: values form a graph with much sharing, and walking it anew each time would be exponential.
            IReadOnlyList<MemoryEvent> sources = SourcesOf(MaxSources, operands);
            _sources = sources.Count > MaxSources ? System.Array.Empty<MemoryEvent>() : sources;
            bool fresh = isChoice && !varies && operands.Length > 0;
            foreach (Value operand in operands)
            {
                fresh &= operand.IsFresh;
                varies |= operand.Varies;
                IsTime |= operand.IsTime;
            }

            IsChoice = isChoice;
            IsFresh = fresh;
            Varies = varies;
            Operands = operands;
        }

        /// <summary>What a clock says, or one that was asked for something.</summary>
        public Derived(Value clock)
            : this(varies: clock.Varies, isChoice: false, clock) => IsTime = true;

        /// <summary>A variable that a loop changes, at the nodes of a list that may still grow; it is the same throughout a loop without any of them.</summary>
        public Derived(List<int> assignedAt, Value entry)
            : this(varies: true, isChoice: true, entry) => _assignedAt = assignedAt;

        public bool IsChoice { get; }

        /// <summary>The nodes at which a loop changes the variable; none where it is no such variable.</summary>
        public IReadOnlyList<int> AssignedAt => _assignedAt is null ? System.Array.Empty<int>() : _assignedAt;

        /// <summary>The constant part, where the value is a sum.</summary>
        public long Addend { get; init; }

        /// <summary>The bits of its operands together.</summary>
        public bool IsUnion { get; init; }

        public IReadOnlyList<Value> Operands { get; }

        public override bool IsFresh { get; }

        public override bool Varies { get; }

        public override bool IsTime { get; }

        public override bool VariesIn(System.Collections.BitArray loop) =>
            _assignedAt is { Count: > 0 } ? _assignedAt.Exists(at => at >= 0 && loop[at]) : Varies;

        public override IReadOnlyList<MemoryEvent> Sources() => _sources;
    }

    /// <summary>A delegate whose code is known.</summary>
    internal sealed class Code : Value
    {
        public Code(CodeBody body) => Body = body;

        public CodeBody Body { get; }
    }
}
