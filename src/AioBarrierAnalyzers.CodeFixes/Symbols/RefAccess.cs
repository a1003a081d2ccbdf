namespace AioBarrierAnalyzers.CodeFixes.Symbols;

/// <summary>What kind of reference the language lets one take to a location.</summary>
internal enum RefAccess
{
    /// <summary>None: a property, a constant, a value.</summary>
    None,

    /// <summary>Only one that cannot be written through.</summary>
    ReadOnly,

    /// <summary>Any.</summary>
    ReadWrite,
}
