using System.IO;
using System.IO.Compression;
using System.Linq;
using AioBarrierAnalyzers.PackageTests.Packing;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Consumers;

/// <summary>The one MSBuild property of the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class ModeTests(PackedPackage package)
{
    [Fact]
    public void Default_is_what_holds_without_it() =>
        new ConsumerProject(package, "net10.0", ("AioBarrierMode", "default")).Build().Succeeded().Found(ConsumerProject.Expected("warning"));

    [Fact]
    public void Errors_fails_the_build() =>
        new ConsumerProject(package, "net10.0", ("AioBarrierMode", "errors")).Build().Failed().Found(ConsumerProject.Expected("error"));

    [Fact]
    public void None_silences_all_but_what_the_project_switches_on()
    {
        var project = new ConsumerProject(package, "net10.0", ("AioBarrierMode", "None"));
        project.Build().Succeeded().Found([]);

        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.AIO1002.severity = warning\n");
        project.Build().Succeeded().Found(ConsumerProject.Expected("warning").Where(static finding => finding.EndsWith("AIO1002")));
    }

    [Fact]
    public void An_unknown_value_is_named_in_one_warning_and_the_default_holds()
    {
        var result = new ConsumerProject(package, "net10.0", ("AioBarrierMode", "loud")).Build().Succeeded();

        result.Found(ConsumerProject.Expected("warning").Prepend("warning AIO9001"));
        Assert.Contains(
            "The property 'AioBarrierMode' has the value 'loud', which is not known, and its default 'default' holds; known are: default, errors, none",
            result.Output);
    }

    [Fact]
    public void A_project_that_imports_the_props_by_hand_gets_the_same_file()
    {
        var unpacked = Path.Combine(package.Root, "unpacked");
        ZipFile.ExtractToDirectory(package.File, unpacked, overwriteFiles: true);
        var project = new ConsumerProject(package, "net10.0");
        project.Write("ByHand.proj", $"""
            <Project>
              <Import Project="{Path.Combine(unpacked, "build", "AioBarrierAnalyzers.props")}" />
            </Project>
            """);

        var result = project.Dotnet("msbuild", "ByHand.proj", "-getItem:GlobalAnalyzerConfigFiles", "-p:AioBarrierMode=errors").Succeeded();

        Assert.Contains("AioBarrier.errors.globalconfig", result.Output);
        Assert.DoesNotContain("AioBarrier.default.globalconfig", result.Output);
    }
}
