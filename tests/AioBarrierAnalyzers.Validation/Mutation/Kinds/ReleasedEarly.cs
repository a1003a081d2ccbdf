using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>A release store comes before all that it should release.</summary>
internal sealed class ReleasedEarly : IMutation
{
    public string Kind => "released early";

    public string Description => "a `Volatile.Write` moves up to the last test or declaration that it needs";

    public IReadOnlyList<string> Rules { get; } = ["AIO1003", "AIO1006"];

    public IEnumerable<Change> In(SemanticModel model)
    {
        foreach (var call in AtomicCall.All(model, "Volatile"))
        {
            if (call.Name != "Write" || call.Node.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } store) continue;

            var needed = model.AnalyzeDataFlow(store)!.ReadInside;
            var before = block.Statements.TakeWhile(s => s != store).Reverse()
                .TakeWhile(s => !s.DescendantNodesAndSelf().Any(n => n is ReturnStatementSyntax or ThrowStatementSyntax)
                    && !model.AnalyzeDataFlow(s)!.WrittenInside.Intersect(needed, SymbolEqualityComparer.Default).Any())
                .LastOrDefault();
            if (before is not null) yield return new Change(store, Edit.Remove(store), Edit.InsertBefore(before, store.ToString()));
        }
    }
}
