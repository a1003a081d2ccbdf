using System.Linq;
using AioBarrierAnalyzers.PackageTests.Packing;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Consumers;

/// <summary>Options in the files that the compiler itself reads.</summary>
[Collection(PackageCollection.Name)]
public sealed class OptionTests(PackedPackage package)
{
    [Fact]
    public void A_value_that_is_not_known_is_reported_once_for_all_files_and_the_default_holds()
    {
        var project = new ConsumerProject(package, "net10.0");
        project.Write(".editorconfig", "[*.cs]\naio_barrier.required_evidence = plenty\n");

        var result = project.Build().Succeeded();

        result.Found(ConsumerProject.Expected("warning").Prepend("warning AIO9001"));
        Assert.Contains(
            "The option 'aio_barrier.required_evidence' has the value 'plenty', which is not known, and its default 'any' holds; known are: any, marked, declared",
            result.Output);
    }

    [Fact]
    public void A_key_that_is_not_known_in_a_global_configuration_is_reported_once_with_the_nearest_one()
    {
        var project = new ConsumerProject(package, "net10.0");
        project.Write(".globalconfig", "is_global = true\naio_barrier.fence_method = Barrier\n");

        var result = project.Build().Succeeded();

        result.Found(ConsumerProject.Expected("warning").Prepend("warning AIO9001"));
        Assert.Contains(
            "The option 'aio_barrier.fence_method' is not known and has no effect; the nearest known one is 'aio_barrier.fence_methods'", result.Output);
    }

    [Fact]
    public void More_evidence_can_be_required()
    {
        var project = new ConsumerProject(package, "net10.0");
        project.Write(".editorconfig", "[*.cs]\naio_barrier.required_evidence = declared\n");

        project.Build().Succeeded().Found([]);
    }
}
