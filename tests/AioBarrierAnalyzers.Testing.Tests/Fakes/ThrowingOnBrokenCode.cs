using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Fails on code that does not parse, which a compiling test never shows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingOnBrokenCode : FieldAnalyzer
{
    protected override void Register(AnalysisContext context)
    {
        base.Register(context);
        context.RegisterSyntaxTreeAction(treeContext =>
        {
            if (treeContext.Tree.GetDiagnostics().Any())
                throw new InvalidOperationException("half-typed");
        });
    }
}
