using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Where control goes behind a statement, as far as its shape says.</summary>
internal static class ControlFlow
{
    /// <summary>The statement after it is never reached from it.</summary>
    public static bool AlwaysLeaves(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                return block.Statements.Count > 0 && AlwaysLeaves(block.Statements.Last());
            case ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax:
                return true;
            case YieldStatementSyntax leave:
                return leave.Expression is null;
            default:
                return false;
        }
    }
}
