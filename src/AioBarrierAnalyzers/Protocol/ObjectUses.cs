using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Where a member reads a field or property, readonly ones included, for which there is no event.</summary>
internal static class ObjectUses
{
    /// <summary>The first read of the symbol that a path from the member's entry reaches without waiting for anybody; null where there is none.</summary>
    public static SyntaxNode? FirstUnwaited(Member member, ISymbol symbol)
    {
        List<SyntaxNode> reads = member.Graph.Events.Select(e => e.Frame.Facts.Graph).Distinct().SelectMany(graph => ReadsIn(graph, symbol)).ToList();
        if (reads.Count == 0)
            return null;
        var reached = member.Search.ReachableFrom(0, node => node.Event?.Kind == EventKind.Wait);
        return reads.FirstOrDefault(read => member.Graph.Events.Any(
            e => reached[e.Node] && e.Operation.Syntax.SyntaxTree == read.SyntaxTree && e.Operation.Syntax.Span.Contains(read.Span)));
    }

    private static IEnumerable<SyntaxNode> ReadsIn(ControlFlowGraph graph, ISymbol symbol)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            IEnumerable<IOperation> roots = block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;
            foreach (IOperation operation in roots.SelectMany(o => o.DescendantsAndSelf()))
            {
                ISymbol? read = operation switch
                {
                    IFieldReferenceOperation field => field.Field,
                    IPropertyReferenceOperation property => property.Property,
                    _ => null,
                };
                if (read is not null && SymbolEqualityComparer.Default.Equals(read.OriginalDefinition, symbol) && (operation.Parent as IAssignmentOperation)?.Target != operation)
                    yield return operation.Syntax;
            }
        }
    }
}
