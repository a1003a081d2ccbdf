using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Says of a flag's turn whether it is all that its member does: the member tests a volatile flag, sets it, and tells its caller whether it was the first.
/// What only the first caller is to do stands elsewhere, and may stand in code that is not here. Where something else is stored as well the flag may only say
/// that it is there, and one thread has this side to itself.
/// </summary>
internal static class ToldTurns
{
    public static bool Is(FlagTurn turn, ProtocolContext context) =>
        turn is { IsUnderLock: false, Member: { Kind: MemberKind.Ordinary, IsRepeated: false } member } &&
        member.Method is { DeclaredAccessibility: not Accessibility.Private, ReturnType.SpecialType: SpecialType.System_Boolean } &&
        turn.Store.Event.Frame.Depth == 0 && context.Evidence.IsMarked(turn.Store.Location) &&
        member.Accesses.All(a => !a.Event.Writes || a == turn.Store) && member.Graph.Nodes.Count(static n => n.IsBranch) == 1 &&
        TellsApart(member.Graph);

    private static bool TellsApart(EventGraph graph) =>
        graph.Results.All(static r => r is Value.Constant { Content: bool }) && graph.Results.Any(static r => r is Value.Constant { Content: true }) &&
        graph.Results.Any(static r => r is Value.Constant { Content: false });
}
