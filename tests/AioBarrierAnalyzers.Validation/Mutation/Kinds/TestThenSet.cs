using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary><c>if (Exchange(ref x, v) == v) leave;</c> becomes <c>if (x == v) leave; x = v;</c>.</summary>
internal sealed class TestThenSet : IMutation
{
    public string Kind => "test, then set";

    public string Description => "`if (Interlocked.Exchange(ref x, v) == v) leave;` becomes `if (x == v) leave; x = v;`, with `Volatile`";

    public IReadOnlyList<string> Rules { get; } = ["AIO2001", "AIO2002"];

    public IEnumerable<Change> In(SemanticModel model) =>
        from call in AtomicCall.All(model, "Interlocked")
        where call.Name == "Exchange"
        let test = call.Node.FirstAncestorOrSelf<IfStatementSyntax>()
        where test is { Else: null } && test.Condition.Contains(call.Node) && Leaves(test.Statement)
        select new Change(
            test,
            new TextChange(call.Node.Span, $"Volatile.Read(ref {call.Target})"),
            Edit.InsertAfter(test, $"Volatile.Write(ref {call.Target}, {call.Argument(1)});"));

    private static bool Leaves(StatementSyntax statement) =>
        statement is BlockSyntax { Statements: [.., var last] } ? Leaves(last) : statement is ReturnStatementSyntax or ThrowStatementSyntax;
}
