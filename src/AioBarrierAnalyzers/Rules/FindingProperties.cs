namespace AioBarrierAnalyzers.Rules;

/// <summary>Keys of the properties that a diagnostic carries for its code fix.</summary>
internal static class FindingProperties
{
    /// <summary>The name of an <see cref="EditKind"/>.</summary>
    public const string Edit = "edit";

    /// <summary>"true" where the first additional location is the edit's anchor.</summary>
    public const string Anchor = "anchor";

    /// <summary>"true" where the two additional locations behind the anchor are the first and the last statement that the edit is about.</summary>
    public const string Step = "step";

    /// <summary>The name of the location that the finding is about, as the source spells it.</summary>
    public const string Location = "location";
}
