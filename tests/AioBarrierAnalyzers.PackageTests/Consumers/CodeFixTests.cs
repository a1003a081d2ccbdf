using AioBarrierAnalyzers.PackageTests.Packing;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Consumers;

/// <summary>The code fixes without an editor.</summary>
[Collection(PackageCollection.Name)]
public sealed class CodeFixTests(PackedPackage package)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("netstandard2.0")]
    public void Format_applies_the_fixes_and_the_build_is_clean(string framework)
    {
        var project = new ConsumerProject(package, framework);
        project.Dotnet("restore").Succeeded();

        project.Dotnet("format", "analyzers", "--severity", "warn", "--no-restore").Succeeded();

        Assert.Contains("Volatile.Write(ref _tail, next);", project.Read("EventRing.cs"));
        Assert.Contains("Interlocked.", project.Read("Doorbell.cs"));
        project.Build("-warnaserror").Succeeded().Found([]);
    }
}
