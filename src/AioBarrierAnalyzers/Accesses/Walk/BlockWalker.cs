using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// Walks the blocks of a control-flow graph. Roslyn's graph has no edges for exceptions and for running <c>finally</c>: a finally is
/// walked anew for each branch that leaves through it, and a catch is entered from the end of each block of its try.
/// </summary>
internal sealed class BlockWalker
{
    private readonly MemberWalk _walk;

    /// <summary>Passes that are over: there is one for each helper that is walked.</summary>
    private readonly Stack<Pass> _spare = new();

    public BlockWalker(MemberWalk walk) => _walk = walk;

    private ControlFlowGraph Graph => _walk.Activation.Graph;

    /// <summary>Walks the whole body of the current frame from the cursor.</summary>
    public void WalkBody()
    {
        Pass pass = Begin(0, Graph.Blocks.Length - 1);
        pass.Arrive(0, new WalkExit(_walk.Current, _walk.State, Value.Unknown.Instance));
        Walk(pass, skipFinally: true);
        End(pass);
    }

    private Pass Begin(int first, int last)
    {
        Pass pass = _spare.Count > 0 ? _spare.Pop() : new Pass();
        pass.Begin(first, last);
        return pass;
    }

    private void End(Pass pass)
    {
        pass.Clear();
        _spare.Push(pass);
    }

    [MethodImpl(HotPath.Optimized)]
    private void Walk(Pass pass, bool skipFinally)
    {
        for (int i = pass.First; i <= pass.Last && !_walk.IsGivenUp; i++)
        {
            _walk.Cancellation.ThrowIfCancellationRequested();
            BasicBlock block = Graph.Blocks[i];
            if ((skipFinally && IsInFinally(block.EnclosingRegion, pass)) || pass.ArrivalsAt(i) is not { Count: > 0 } arrivals)
                continue;

            if (ReturnsWhatWasCaptured(block, arrivals))
            {
                foreach (WalkExit arrival in arrivals)
                    Follow(block.FallThroughSuccessor, arrival, pass);
                continue;
            }

            _walk.MeetAt(arrivals);
            if (_walk.Activation.Facts.IsLoopHeader(block))
                EnterLoop(block, pass);
            if (_walk.Activation.Facts.HasHandlers && _walk.Current >= 0 && IsStartOfHandler(block))
                EnterHandler();
            Value captured = Value.Unknown.Instance;
            foreach (IOperation operation in block.Operations)
            {
                _walk.BareLocks.CloseBefore(operation);
                Value value = _walk.Operations.Evaluate(operation);
                captured = operation.Kind == OperationKind.FlowCapture ? value : Value.Unknown.Instance;
            }

            if (_walk.Current < 0)
                continue;
            if (block.BranchValue is { } last)
                _walk.BareLocks.CloseBefore(last);
            NoteCatch(block, pass);
            Leave(block, captured, pass);
        }
    }

    /// <summary>
    /// A block that gives back one of two answers, as <c>a || b</c> does: each way here has its own, and they are kept apart for who asks.
    /// </summary>
    private static bool ReturnsWhatWasCaptured(BasicBlock block, WalkExits arrivals) => arrivals.Count > 1 && block.Operations.IsEmpty &&
        block.ConditionKind == ControlFlowConditionKind.None &&
        block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return, FinallyRegions.IsEmpty: true } &&
        block.BranchValue is IFlowCaptureReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } answer &&
        IsCapturedBefore(block, answer.Id);

    private static bool IsCapturedBefore(BasicBlock block, CaptureId answer) => block.Predecessors.All(
        p => p.Source is { ConditionKind: ControlFlowConditionKind.None, Operations: { IsEmpty: false } before } &&
            before[before.Length - 1] is IFlowCaptureOperation given && given.Id.Equals(answer));

    /// <summary>The head of a loop has a node of its own, so that back edges have where to go.</summary>
    private void EnterLoop(BasicBlock block, Pass pass)
    {
        _walk.Advance();
        pass.Enter(block.Ordinal, _walk.Current, _walk.State.Locks);
        foreach (ISymbol symbol in _walk.Activation.Facts.AssignedInLoop(block))
        {
            Value entry = _walk.State.Values.TryGetValue(symbol, out Value? value) ? value : Value.Unknown.Instance;
            _walk.State = _walk.State.With(symbol, new Value.Derived(_walk.AssignmentsOf(symbol), entry));
        }
    }

    /// <summary>A catch has a node of its own, so that who follows the paths can tell those of exceptions.</summary>
    private void EnterHandler()
    {
        _walk.Advance();
        _walk.Graph[_walk.Current].IsHandler = true;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Leave(BasicBlock block, Value captured, Pass pass)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            bool isReturn = block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return;
            bool isReference = isReturn && _walk.Activation.Frame.Method is { ReturnsByRef: true } or { ReturnsByRefReadonly: true };
            if (isReturn && !isReference && block is { BranchValue: IInvocationOperation tail, FallThroughSuccessor.FinallyRegions.IsEmpty: true })
            {
                // What a helper gives to the caller's own caller: its ways stay as far apart as they are in it.
                // A finally is walked once for all of them, so there they are joined.
                foreach (WalkExit exit in _walk.Calls.ReturnedCall(tail).Reached())
                    Follow(block.FallThroughSuccessor, exit, pass);
                return;
            }

            Value value = block.BranchValue is null ? captured
                : isReference ? _walk.Operations.AddressOf(block.BranchValue) : _walk.Operations.Evaluate(block.BranchValue);
            if (_walk.Current >= 0)
                Follow(block.FallThroughSuccessor, new WalkExit(_walk.Current, _walk.State, value), pass);
            return;
        }

        bool jumpsWhenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        ControlFlowBranch? whenTrue = jumpsWhenTrue ? block.ConditionalSuccessor : block.FallThroughSuccessor;
        ControlFlowBranch? whenFalse = jumpsWhenTrue ? block.FallThroughSuccessor : block.ConditionalSuccessor;
        foreach (WalkExit exit in _walk.Operations.EvaluateCondition(block.BranchValue!))
        {
            if ((exit.Value is Value.Constant { Content: bool constant } ? constant : exit.State.OutcomeOf(exit.Value)) is { } known)
            {
                Follow(known ? whenTrue : whenFalse, exit, pass);
                continue;
            }

            GraphNode branch = _walk.Graph.AddNode();
            _walk.Graph.Link(exit.Node, branch.Index);
            branch.Condition = exit.Value;
            _walk.Activation.AddCondition(exit.Value);
            int ifTrue = AddSide(branch);
            int ifFalse = AddSide(branch);
            Follow(whenTrue, new WalkExit(ifTrue, exit.State.Behind(exit.Value, true), Value.Unknown.Instance), pass);
            Follow(whenFalse, new WalkExit(ifFalse, exit.State.Behind(exit.Value, false), Value.Unknown.Instance), pass);
        }
    }

    private int AddSide(GraphNode branch)
    {
        GraphNode side = _walk.Graph.AddNode();
        _walk.Graph.Link(branch.Index, side.Index);
        return side.Index;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Follow(ControlFlowBranch? branch, WalkExit from, Pass pass)
    {
        if (branch is null || branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or
            ControlFlowBranchSemantics.ProgramTermination or ControlFlowBranchSemantics.Error)
        {
            return;
        }

        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            from = RunFinally(region, from);
            if (from.Node < 0)
                return;
        }

        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            // The end of a finally: on with the branch that went through it.
            pass.End(from);
            return;
        }

        BasicBlock? destination = branch.Destination;
        if (destination is null)
            return;
        if (destination.Kind == BasicBlockKind.Exit || branch.Semantics == ControlFlowBranchSemantics.Return)
        {
            _walk.Activation.AddReturn(Returned(from));
            return;
        }

        if (pass.EntryOf(destination.Ordinal) is { } entry)
        {
            _walk.Graph.Link(from.Node, entry);
            pass.Return(destination.Ordinal, from.State.Locks);
        }
        else
        {
            pass.Arrive(destination.Ordinal, from);
        }
    }

    private WalkExit Returned(WalkExit from)
    {
        if (from.State.Open.IsEmpty)
            return from;
        (_walk.Current, _walk.State) = (from.Node, from.State);
        _walk.BareLocks.CloseBefore(next: null);
        return new WalkExit(_walk.Current, _walk.State, from.Value);
    }

    private WalkExit RunFinally(ControlFlowRegion region, WalkExit from)
    {
        Pass inner = Begin(region.FirstBlockOrdinal, region.LastBlockOrdinal);
        inner.Arrive(region.FirstBlockOrdinal, from);
        Walk(inner, skipFinally: true);
        WalkExits ends = inner.Ends;
        End(inner);
        if (ends.Count == 0)
            return new WalkExit(-1, from.State, from.Value);
        _walk.MeetAt(ends);
        return new WalkExit(_walk.Current, _walk.State, from.Value);
    }

    private void NoteCatch(BasicBlock block, Pass pass)
    {
        if (_walk.Current < 0 || !_walk.Activation.Facts.HasHandlers)
            return;
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, Graph))
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch } whole)
                continue;
            foreach (ControlFlowRegion handler in whole.NestedRegions
                .Where(r => r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
            {
                if (handler.FirstBlockOrdinal > block.Ordinal && handler.FirstBlockOrdinal >= pass.First && handler.LastBlockOrdinal <= pass.Last)
                    pass.Arrive(handler.FirstBlockOrdinal, new WalkExit(_walk.Current, _walk.State, Value.Unknown.Instance));
            }

            return;
        }
    }

    private static bool IsStartOfHandler(BasicBlock block)
    {
        for (ControlFlowRegion? at = block.EnclosingRegion; at is not null && at.FirstBlockOrdinal == block.Ordinal; at = at.EnclosingRegion)
        {
            if (at.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                return true;
        }

        return false;
    }

    private bool IsInFinally(ControlFlowRegion? innermost, Pass pass)
    {
        if (!_walk.Activation.Facts.HasHandlers)
            return false;
        foreach (ControlFlowRegion region in Regions.OutwardFrom(innermost, Graph))
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                return region.FirstBlockOrdinal != pass.First || region.LastBlockOrdinal != pass.Last;
        }

        return false;
    }

    /// <summary>One walk over a range of blocks: the whole body, or one run of a finally.</summary>
    private sealed class Pass
    {
        private WalkExits[] _arrivals = new WalkExits[8];
        private WalkExits _ends;
        private int[]? _entries;
        private LockSet?[]? _heldAtEntries;

        public int First { get; private set; }

        public int Last { get; private set; }

        private int Count => Last - First + 1;

        public void Begin(int first, int last)
        {
            First = first;
            Last = last;
            if (_arrivals.Length >= Count)
                return;
            _arrivals = new WalkExits[Count];
            _entries = null;
            _heldAtEntries = null;
        }

        /// <summary>Forgets all, and keeps the room.</summary>
        public void Clear()
        {
            Array.Clear(_arrivals, 0, Count);
            _ends = default;
            if (_entries is null || _heldAtEntries is null)
                return;
            Array.Clear(_entries, 0, Count);
            Array.Clear(_heldAtEntries, 0, Count);
        }

        /// <summary>Where a finally ends.</summary>
        public WalkExits Ends => _ends;

        /// <summary>From where a block that is still to be walked is reached; none where it is not.</summary>
        public WalkExits ArrivalsAt(int ordinal) => _arrivals[ordinal - First];

        public void Arrive(int ordinal, WalkExit from)
        {
            if (ordinal >= First && ordinal <= Last)
                _arrivals[ordinal - First].Add(from);
        }

        public void End(WalkExit at) => _ends.Add(at);

        /// <summary>Notes the node at which the loop starts that a block heads.</summary>
        public void Enter(int ordinal, int node, LockSet held)
        {
            (_entries ??= new int[_arrivals.Length])[ordinal - First] = node;
            (_heldAtEntries ??= new LockSet?[_arrivals.Length])[ordinal - First] = held;
        }

        /// <summary>
        /// A loop comes back to its head. Where it holds a lock more than before it takes one in each round, of each of several objects, and what is done
        /// behind it is done under locks of which nobody can say how many they are.
        /// </summary>
        public void Return(int ordinal, LockSet held)
        {
            LockSet before = _heldAtEntries![ordinal - First]!;
            if (ReferenceEquals(held, before) || held.Locks.All(l => before.Find(l.Location) is not null))
                return;
            for (int i = 0; i < Count; i++)
            {
                if (_arrivals[i].Count > 0)
                    _arrivals[i] = _arrivals[i].Map(static e => new WalkExit(e.Node, e.State.With(e.State.Locks.AddUnknown()), e.Value));
            }
        }

        /// <summary>That node; null for a block that heads no loop that was entered. Node 0 is the member's entry, no loop starts there.</summary>
        public int? EntryOf(int ordinal) =>
            _entries is not null && ordinal >= First && ordinal <= Last && _entries[ordinal - First] is > 0 and var node ? node : null;
    }
}
