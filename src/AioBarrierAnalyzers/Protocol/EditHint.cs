namespace AioBarrierAnalyzers.Protocol;

/// <summary>Which edit repairs a finding, and what it is about.</summary>
internal readonly struct EditHint
{
    public EditHint(string kind, string location)
    {
        Kind = kind;
        Location = location;
    }

    /// <summary>The name of the edit, as the code fixes know it.</summary>
    public string Kind { get; }

    /// <summary>The name of the location.</summary>
    public string Location { get; }
}
