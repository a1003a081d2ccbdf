namespace SeeTheBug;

/// <summary>What it takes to see a bug.</summary>
internal enum BugKind
{
    /// <summary>A store that stays in a store buffer while a later load goes ahead: on every processor with more than one core.</summary>
    StoreBuffering,

    /// <summary>Two threads between each other's steps: on every processor.</summary>
    Atomicity,

    /// <summary>Two stores, or two loads, out of order: on Arm and its like, never on x86.</summary>
    Publication,
}
