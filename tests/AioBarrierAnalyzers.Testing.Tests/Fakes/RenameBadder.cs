using System.Collections.Immutable;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>A fixer of T0002.</summary>
public sealed class RenameBadder : FieldFixer
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["T0002"];
}
