using System;
using System.Collections.Generic;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Search;

/// <summary>
/// All executions within the bounds, the one without preemptions and stale choices first (Musuvathi and Qadeer, "Iterative Context Bounding for Systematic
/// Testing of Multithreaded Programs", PLDI 2007).
/// </summary>
internal sealed class DepthFirstSearch : ISearch
{
    private readonly List<Node> _path = [];
    private readonly int _preemptions;
    private readonly int _staleChoices;
    private int _position;
    private int _preemptionsLeft;
    private int _staleLeft;

    public DepthFirstSearch(ExploreOptions options)
    {
        _preemptions = _preemptionsLeft = options.Preemptions;
        _staleChoices = _staleLeft = options.StaleReads;
    }

    public int Choose(ChoiceKind kind, int count)
    {
        if ((kind == ChoiceKind.Preempt && _preemptionsLeft == 0) || (kind is ChoiceKind.Stale or ChoiceKind.Delay && _staleLeft == 0))
        {
            return 0;
        }

        if (_position == _path.Count)
        {
            _path.Add(new Node(kind, count, 0));
        }

        var node = _path[_position++];
        if (node.Kind != kind || node.Count != count)
        {
            throw new InvalidOperationException(
                "The program does not do the same when the same is chosen: it uses time, chance or state that outlives an execution.");
        }

        if (node.Chosen != 0)
        {
            if (kind == ChoiceKind.Preempt) _preemptionsLeft--;
            else if (kind != ChoiceKind.Switch) _staleLeft--;
        }

        return node.Chosen;
    }

    public bool Advance()
    {
        while (_path.Count != 0 && _path[^1].Chosen + 1 == _path[^1].Count)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        _position = 0;
        _preemptionsLeft = _preemptions;
        _staleLeft = _staleChoices;
        if (_path.Count == 0) return false;

        _path[^1] = _path[^1] with { Chosen = _path[^1].Chosen + 1 };
        return true;
    }

    private readonly record struct Node(ChoiceKind Kind, int Count, int Chosen);
}
