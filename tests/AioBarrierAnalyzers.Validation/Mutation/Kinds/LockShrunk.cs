using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>The first or the last statement of a lock region is moved out.</summary>
internal sealed class LockShrunk : IMutation
{
    public string Kind => "lock shrunk";

    public string Description => "the first statement of a lock region comes before it, or the last behind it";

    public IReadOnlyList<string> Rules { get; } = ["AIO3001", "AIO3002", "AIO3003", "AIO3004", "AIO3007", "AIO2003"];

    public IEnumerable<Change> In(SemanticModel model)
    {
        foreach (var region in model.SyntaxTree.GetRoot().DescendantNodes().OfType<LockStatementSyntax>())
        {
            if (region.Statement is not BlockSyntax { Statements: [var first, .., var last] }) continue;

            if (Effects.Of(model, first).Any) yield return new Change(region, Edit.Remove(first), Edit.InsertBefore(region, first.ToString()));
            if (Effects.Of(model, last).Any) yield return new Change(region, Edit.Remove(last), Edit.InsertAfter(region, last.ToString()));
        }
    }
}
