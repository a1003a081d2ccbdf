namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// The solution after a mode has done its fixes, how often it fixed, and what went wrong on the way.
/// Contents are compared before the failure is reported, as a difference of text says more.
/// </summary>
internal readonly record struct FixAttempt(Project Project, int Iterations, string? Failure);
