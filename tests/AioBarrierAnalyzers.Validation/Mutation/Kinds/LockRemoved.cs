using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>A lock region is one no longer.</summary>
internal sealed class LockRemoved : IMutation
{
    public string Kind => "lock removed";

    public string Description => "`lock (x) { ... }` becomes `...`";

    public IReadOnlyList<string> Rules { get; } = ["AIO3001", "AIO3002", "AIO3003", "AIO3004", "AIO3007", "AIO2001", "AIO2003"];

    public IEnumerable<Change> In(SemanticModel model) =>
        from region in model.SyntaxTree.GetRoot().DescendantNodes().OfType<LockStatementSyntax>()
        where region.Statement is BlockSyntax
        select new Change(region, Edit.Dissolve(region, null, (BlockSyntax)region.Statement, [], null));
}
