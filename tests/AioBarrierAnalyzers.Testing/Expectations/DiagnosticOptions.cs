using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Parts of a diagnostic that an expectation leaves open.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}
