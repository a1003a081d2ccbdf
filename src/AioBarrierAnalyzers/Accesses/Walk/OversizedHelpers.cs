using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// Helpers in which the walk of a member went past its cap. Many members call the same large helper, and each walk that ends in it would be given up at the
/// same place, having cost as much as the largest graph that is of use.
/// </summary>
internal sealed class OversizedHelpers
{
    private readonly Dictionary<IMethodSymbol, (int Depth, int Room)> _most = new(SymbolEqualityComparer.Default);

    /// <summary>False where the helper did not fit into as many nodes before, met no less deep: the deeper, the less of it is followed.</summary>
    public bool MayFit(Frame helper, int room) =>
        !_most.TryGetValue(helper.Method, out (int Depth, int Room) most) || helper.Depth > most.Depth || room > most.Room;

    /// <summary>Notes that the helper took more nodes than there was room for.</summary>
    public void Note(Frame helper, int room)
    {
        if (!_most.TryGetValue(helper.Method, out (int Depth, int Room) most) || room > most.Room)
            _most[helper.Method] = (helper.Depth, room);
    }
}
