using System.Collections.Generic;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Search;

/// <summary>Chooses what was chosen before.</summary>
internal sealed class Replay : ISearch
{
    private readonly IReadOnlyList<int> _chosen;
    private int _position;

    public Replay(IReadOnlyList<int> chosen)
    {
        _chosen = chosen;
    }

    public bool Advance() => false;

    public int Choose(ChoiceKind kind, int count) => _position < _chosen.Count ? _chosen[_position++] : 0;
}
