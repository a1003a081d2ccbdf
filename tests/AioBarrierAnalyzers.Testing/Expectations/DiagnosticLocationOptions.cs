using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How an expected location is compared.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start is compared.</summary>
    IgnoreLength = 1,

    /// <summary>The location stands for a <c>{|#n:...|}</c> markup span.</summary>
    InterpretAsMarkupKey = 2,
}
