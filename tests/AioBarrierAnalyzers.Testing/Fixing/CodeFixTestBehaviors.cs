using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Passes that a fixer test leaves out.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Fix the first diagnostic only, once.</summary>
    FixOne = 8,

    /// <summary>Let a fixer fix diagnostics that are reported at compilation end.</summary>
    SkipLocalDiagnosticCheck = 16,
}
