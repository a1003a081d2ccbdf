using System.Collections.Generic;
using AioBarrierAnalyzers.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

/// <summary>A fixer for each of two rules; a fixer throws when it is given the other's diagnostic.</summary>
internal sealed class TwoFixersCase : CSharpCodeFixTest<TwoRules, Rename, DefaultVerifier>
{
    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [new Rename(), new RenameBadder()];
}
