namespace AioBarrierAnalyzers.Descriptors;

/// <summary>The categories, one for each thousands digit of the ids.</summary>
internal static class Categories
{
    public const string Ordering = "Ordering";
    public const string Atomicity = "Atomicity";
    public const string Exclusion = "Exclusion";
    public const string Hygiene = "Hygiene";
    public const string Configuration = "Configuration";
}
