using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>A full fence goes. What it ordered can be anywhere in the member.</summary>
internal sealed class FenceRemoved : IMutation
{
    public string Kind => "fence removed";

    public string Description => "`Interlocked.MemoryBarrier();` goes; the place is the member";

    public IReadOnlyList<string> Rules { get; } = ["AIO1001"];

    public IEnumerable<Change> In(SemanticModel model) =>
        from call in AtomicCall.All(model, "Interlocked")
        where call.Name == "MemoryBarrier" && call.Node.Parent is ExpressionStatementSyntax
        select new Change(call.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!, Edit.Remove(call.Node.Parent!));
}
