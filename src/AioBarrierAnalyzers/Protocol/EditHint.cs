namespace AioBarrierAnalyzers.Protocol;

/// <summary>Which edit repairs a finding, and what it is about.</summary>
internal readonly struct EditHint
{
    public EditHint(string kind, string location, string? @lock = null)
    {
        Kind = kind;
        Location = location;
        Lock = @lock;
    }

    /// <summary>The name of the edit, as the code fixes know it.</summary>
    public string Kind { get; }

    /// <summary>The name of the location.</summary>
    public string Location { get; }

    /// <summary>The lock to take, as an expression that is good where the edit is made; null where the edit takes none.</summary>
    public string? Lock { get; }
}
