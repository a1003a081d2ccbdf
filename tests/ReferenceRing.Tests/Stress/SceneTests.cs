using System;
using System.Linq;
using SeeTheBug;
using SeeTheBug.Scenes;
using Xunit;

namespace ReferenceRing.Tests.Stress;

/// <summary>
/// The rounds of the demo: two threads on two processors, at the same moment, a hundred thousand times and more. How often the broken variants go wrong is for the
/// demo to say, not for a test to ask: it depends on the machine.
/// </summary>
public sealed class SceneTests
{
    public static TheoryData<string> Titles => [.. AllScenes.InOrder.Select(static scene => scene.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Right_variant_never_goes_wrong(string title)
    {
        var scene = AllScenes.InOrder.Single(scene => scene.Title == title);
        var tally = Duel.Run(scene.Right(Duel.BatchSize), TimeSpan.FromSeconds(0.7));
        Assert.Equal(0, tally.Wrong);
        Assert.True(tally.Rounds > 0);
    }
}
