namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>The well-behaved fixer.</summary>
public sealed class Rename : FieldFixer;
