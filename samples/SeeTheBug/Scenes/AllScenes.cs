using System.Collections.Immutable;

namespace SeeTheBug.Scenes;

internal static class AllScenes
{
    /// <summary>As they are shown.</summary>
    public static ImmutableArray<Scene> InOrder { get; } =
        [LostWakeup.Scene, LostRun.Scene, DoubleClaim.Scene, DoubleRun.Scene, LostUpdate.Scene, TornMigration.Scene, StaleEvent.Scene];
}
