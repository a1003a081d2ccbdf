using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Protocol.Fences;

/// <summary>
/// Walks from a barrier, one way, along all paths until each has met one that does its work. It fails at the first access, at an end of the member, at the
/// barrier itself, and at whatever goes through handlers.
/// </summary>
internal sealed class FenceWalk
{
    private const int MaxDepth = 3;

    private readonly IOperation _fence;
    private readonly Ordering _ordering;
    private readonly bool _goesBack;
    private readonly HashSet<SyntaxNode> _removed;
    private readonly Func<IMethodSymbol, FencedBody?> _bodies;
    private readonly List<IOperation> _found = new();
    private bool _hasFailed;

    private FenceWalk(IOperation fence, Ordering ordering, bool goesBack, HashSet<SyntaxNode> removed, Func<IMethodSymbol, FencedBody?> bodies)
    {
        _fence = fence;
        _ordering = ordering;
        _goesBack = goesBack;
        _removed = removed;
        _bodies = bodies;
    }

    /// <summary>
    /// What does the work of the barrier on each path, or nothing where one path has no such thing. Barriers that were removed count as gone.
    /// </summary>
    public static IReadOnlyList<IOperation> Run(
        FencedBody body, BasicBlock block, IOperation fence, Ordering ordering, bool goesBack, HashSet<SyntaxNode> removed,
        Func<IMethodSymbol, FencedBody?> bodies)
    {
        var walk = new FenceWalk(fence, ordering, goesBack, removed, bodies);
        bool reachesEnd = walk.From(body, block, fence, 0);
        return walk._hasFailed || reachesEnd ? Array.Empty<IOperation>() : walk._found;
    }

    /// <summary>True where some path comes to the end that it walks to without having met anything.</summary>
    private bool From(FencedBody body, BasicBlock start, IOperation? behind, int depth)
    {
        bool reachesEnd = false;
        var seen = new HashSet<int>();
        var pending = new Stack<(BasicBlock Block, IOperation? Behind)>();
        pending.Push((start, behind));
        while (pending.Count > 0 && !_hasFailed)
        {
            (BasicBlock block, IOperation? after) = pending.Pop();
            if (!Passes(body, block, after, depth))
                continue;
            if (block.Kind == (_goesBack ? BasicBlockKind.Entry : BasicBlockKind.Exit))
            {
                reachesEnd = true;
                continue;
            }

            foreach (BasicBlock next in Next(block))
            {
                if (seen.Add(next.Ordinal))
                    pending.Push((next, null));
            }
        }

        return reachesEnd;
    }

    /// <summary>False where a path ends within a block, well or badly.</summary>
    private bool Passes(FencedBody body, BasicBlock block, IOperation? after, int depth)
    {
        List<IOperation> steps = Steps.In(block);
        if (_goesBack)
            steps.Reverse();
        foreach (IOperation operation in after is null ? steps : steps.SkipWhile(s => s != after).Skip(1))
        {
            if (_removed.Contains(operation.Syntax))
                continue;
            Step step = body.Steps.Of(operation);
            if (step.IsAccess || operation.Syntax == _fence.Syntax)
                return Fail();
            if (step.Ordering != Ordering.None && (step.Ordering & _ordering) == _ordering)
            {
                _found.Add(operation);
                return false;
            }

            if (step.Callee is { } callee && !PassesCall(callee, depth))
                return false;
        }

        return true;
    }

    private bool PassesCall(IMethodSymbol callee, int depth)
    {
        if (depth == MaxDepth || _bodies(callee) is not { } body)
            return Fail();
        ImmutableArray<BasicBlock> blocks = body.Facts.Graph.Blocks;
        return From(body, _goesBack ? blocks[blocks.Length - 1] : blocks[0], null, depth + 1) && !_hasFailed;
    }

    private IEnumerable<BasicBlock> Next(BasicBlock block)
    {
        IEnumerable<ControlFlowBranch?> branches = _goesBack
            ? block.Predecessors
            : new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }.Where(b => b is not null);
        var next = new List<BasicBlock>();
        foreach (ControlFlowBranch? branch in branches)
        {
            if (branch!.FinallyRegions.IsEmpty && branch.Semantics is ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return &&
                (_goesBack ? branch.Source : branch.Destination) is { } to)
            {
                next.Add(to);
            }
            else
            {
                Fail();
            }
        }

        // The start of a handler, which is reached from anywhere, and dead code.
        if (next.Count == 0)
            Fail();
        return next;
    }

    private bool Fail()
    {
        _hasFailed = true;
        return false;
    }
}
