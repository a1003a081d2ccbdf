using System.Linq;
using AioBarrierAnalyzers.PackageTests.Packing;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Consumers;

/// <summary>What somebody sees who adds the package to a project and builds.</summary>
[Collection(PackageCollection.Name)]
public sealed class BuildTests(PackedPackage package)
{
    [Theory]
    [InlineData("net8.0", "")]
    [InlineData("net10.0", "")]
    [InlineData("netstandard2.0", "")]
    [InlineData("net10.0", "7.3")]
    public void Findings_are_warnings_of_the_build(string framework, string languageVersion)
    {
        var project = languageVersion == "" ? new ConsumerProject(package, framework) : new ConsumerProject(package, framework, ("LangVersion", languageVersion));

        project.Build().Succeeded().Found(ConsumerProject.Expected("warning"));
    }

    [Fact]
    public void Findings_fail_a_build_whose_warnings_are_errors() =>
        new ConsumerProject(package, "net10.0").Build("-warnaserror").Failed().Found(ConsumerProject.Expected("error"));

    [Fact]
    public void Findings_can_be_silenced_one_rule_at_a_time()
    {
        var project = new ConsumerProject(package, "net10.0");
        project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.AIO1001.severity = none\ndotnet_diagnostic.AIO1002.severity = error\n");

        project.Build().Failed().Found(ConsumerProject.Expected("error").Where(static finding => finding.EndsWith("AIO1002")));
    }
}
