using System.Linq;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Whether a type expects one of its methods to fail and goes on: another member calls it in a try and lets nothing out of the catch. What the method has left
/// behind then stays as it is.
/// </summary>
internal sealed class CaughtCalls
{
    private readonly LockingCode _code;
    private readonly INamedTypeSymbol _type;

    public CaughtCalls(LockingCode code, INamedTypeSymbol type)
    {
        _code = code;
        _type = type;
    }

    public bool Contain(IMethodSymbol method)
    {
        foreach (ISymbol member in _type.GetMembers())
        {
            // By name first: hardly a member calls it, and the others are not bound for this.
            if (member is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 } caller && !SymbolEqualityComparer.Default.Equals(caller, method) &&
                caller.DeclaringSyntaxReferences[0].GetSyntax(_code.Cancellation) is BaseMethodDeclarationSyntax code && NamesInTry(code, method.Name) &&
                _code.Bodies.Get(caller, _code.Cancellation) is { } facts && facts.Graph.Blocks.Any(b => Calls(b, method) && IsKept(b, facts.Graph)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesInTry(BaseMethodDeclarationSyntax code, string name) => code.DescendantNodes().OfType<TryStatementSyntax>().Any(
        t => t.Catches.Count > 0 && t.Block.DescendantTokens().Any(token => token.ValueText == name));

    private static bool Calls(BasicBlock block, IMethodSymbol method) => GraphFacts.OperationsOf(block).Any(
        o => o is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition));

    /// <summary>Around the block is a try with a catch that throws nothing.</summary>
    private static bool IsKept(BasicBlock block, ControlFlowGraph graph)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, graph))
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } whole } &&
                whole.NestedRegions.Any(r => Handlers.IsHandler(r) && !Throws(r, graph)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Throws(ControlFlowRegion handler, ControlFlowGraph graph)
    {
        for (int i = handler.FirstBlockOrdinal; i <= handler.LastBlockOrdinal; i++)
        {
            if (graph.Blocks[i].FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
                return true;
        }

        return false;
    }
}
