using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Options of markup reading.</summary>
[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary><c>[|...|]</c> means the first descriptor, also where there are several.</summary>
    UseFirstDescriptor = 1,

    /// <summary><c>$$</c> is code.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
