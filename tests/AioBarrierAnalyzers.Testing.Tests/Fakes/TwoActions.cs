using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Offers two actions, the second inside a group.</summary>
public sealed class TwoActions : FieldFixer
{
    protected override void Register(CodeFixContext context)
    {
        context.RegisterCodeFix(Action(context, "Good", "Good", NewName), context.Diagnostics);
        var fine = Action(context, "Fine", "Fine", name => Identifier(name, name.Text.Replace("bad", "fine")));
        context.RegisterCodeFix(CodeAction.Create("Group", [fine], isInlinable: false), context.Diagnostics);
    }
}
