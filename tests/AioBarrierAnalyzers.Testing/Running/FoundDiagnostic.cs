namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A reported diagnostic. A non-local one was reported at compilation end, so an editor does not show it while typing.</summary>
internal readonly record struct FoundDiagnostic(ProjectId Project, Diagnostic Diagnostic, bool IsNonLocal);
