using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>A flag that is cleared before a callback is cleared behind it.</summary>
internal sealed class ClearAfterCallback : IMutation
{
    public string Kind => "clear after callback";

    public string Description => "an `Interlocked.Exchange` before a callback is a `Volatile.Read`, and comes again behind the callback";

    public IReadOnlyList<string> Rules { get; } = ["AIO2002"];

    public IEnumerable<Change> In(SemanticModel model) =>
        from call in AtomicCall.All(model, "Interlocked")
        where call.Name == "Exchange" && !call.IsStatement
        let block = call.Node.FirstAncestorOrSelf<BlockSyntax>()
        where block is not null
        from callback in block.Statements.OfType<ExpressionStatementSyntax>()
        where callback.SpanStart > call.Node.Span.End && callback.Expression is InvocationExpressionSyntax invocation
            && model.GetSymbolInfo(invocation).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
        select new Change(
            call.Node,
            new TextChange(call.Node.Span, $"Volatile.Read(ref {call.Target})"),
            Edit.InsertAfter(callback, $"{call.Node};"));
}
