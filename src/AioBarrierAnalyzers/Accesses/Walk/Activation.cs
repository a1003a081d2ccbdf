using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>One run of a body during the walk, the member's own or a helper's: its graph, and what the walk has found there so far.</summary>
internal sealed class Activation
{
    private readonly bool _isAsserted;

    private Dictionary<CaptureId, Value>? _captures;
    private Dictionary<CaptureId, IPropertyReferenceOperation>? _properties;
    private List<Value>? _conditions;
    private WalkExits _returns;

    public Activation(IMethodSymbol method, GraphFacts facts, Value? receiver, LockSet locks)
        : this(new Frame(method, caller: null, callSite: null, receiver), facts, caller: null, locks, isAsserted: false)
    {
    }

    private Activation(Frame frame, GraphFacts facts, Activation? caller, LockSet locks, bool isAsserted)
    {
        _isAsserted = isAsserted;
        Frame = frame;
        Facts = facts;
        Caller = caller;
        Locks = locks;
    }

    public Frame Frame { get; }

    public GraphFacts Facts { get; }

    public ControlFlowGraph Graph => Facts.Graph;

    /// <summary>What <c>this</c> is.</summary>
    public Value? Receiver => Frame.Receiver;

    public Activation? Caller { get; }

    /// <summary>The locks that are held where it begins.</summary>
    public LockSet Locks { get; }

    public Dictionary<CaptureId, Value> Captures => _captures ??= new Dictionary<CaptureId, Value>();

    /// <summary>Notes the property that a capture stands for as a place to be assigned.</summary>
    public void Note(CaptureId capture, IPropertyReferenceOperation property) =>
        (_properties ??= new Dictionary<CaptureId, IPropertyReferenceOperation>())[capture] = property;

    /// <summary>The property that an operation denotes, also by way of a capture; null where it denotes none.</summary>
    public IPropertyReferenceOperation? PropertyOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property,
        IFlowCaptureReferenceOperation { Id: var id } when _properties is not null && _properties.TryGetValue(id, out IPropertyReferenceOperation? captured) =>
            captured,
        _ => null,
    };

    /// <summary>Where the body returns, and with what.</summary>
    public WalkExits Returns => _returns;

    /// <summary>What the body's branches depend on.</summary>
    public IReadOnlyList<Value> Conditions => _conditions is null ? System.Array.Empty<Value>() : _conditions;

    public void AddReturn(WalkExit exit) => _returns.Add(exit);

    public void AddCondition(Value condition) => (_conditions ??= new List<Value>()).Add(condition);

    /// <summary>Part of a call that a release build leaves out, as it does assertions.</summary>
    public bool IsAsserted(SyntaxNode at)
    {
        foreach (TextSpan call in Facts.Asserted)
        {
            if (call.Contains(at.Span))
                return true;
        }

        return _isAsserted;
    }

    /// <summary>The run of a helper that is called here.</summary>
    public Activation Call(IMethodSymbol method, GraphFacts facts, Value? receiver, SyntaxNode callSite, LockSet locks) =>
        new(new Frame(method, Frame, callSite, receiver), facts, this, locks, IsAsserted(callSite));
}
