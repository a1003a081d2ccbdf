namespace ReferenceRing;

/// <summary>What came of the migration of a page.</summary>
public enum MigrationResult
{
    /// <summary>The ring has a new page, with the content of the old one.</summary>
    Migrated,

    /// <summary>The ring is being set up, read or migrated: try again (EAGAIN).</summary>
    Busy,

    /// <summary>There is no such ring, or it is being torn down (EINVAL).</summary>
    Gone,
}
