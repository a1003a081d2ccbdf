using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using AioBarrierAnalyzers.PackageTests.Packing;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Consumers;

/// <summary>The compiler's own report in SARIF, which code scanners read.</summary>
[Collection(PackageCollection.Name)]
public sealed class ErrorLogTests(PackedPackage package)
{
    [Fact]
    public void Sarif_has_every_finding_with_its_line_its_partner_and_its_page()
    {
        var project = new ConsumerProject(package, "net10.0");
        project.Build("-p:ErrorLog=findings.sarif%2cversion=2.1").Succeeded();

        using var log = JsonDocument.Parse(project.Read("findings.sarif"));
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var results = run.GetProperty("results").EnumerateArray().Where(IsOurs).ToList();

        Assert.Equal(ConsumerProject.Expected("warning"), results.Select(Describe).Order(StringComparer.Ordinal));
        Assert.All(results, static result => Assert.NotEmpty(result.GetProperty("relatedLocations").EnumerateArray()));

        var pages = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Where(static rule => rule.GetProperty("id").GetString()!.StartsWith("AIO", StringComparison.Ordinal))
            .ToDictionary(static rule => rule.GetProperty("id").GetString()!, static rule => rule.GetProperty("helpUri").GetString()!);
        Assert.All(results, result => Assert.EndsWith($"docs/rules/{Id(result)}.md", pages[Id(result)]));
    }

    private static bool IsOurs(JsonElement result) => Id(result).StartsWith("AIO", StringComparison.Ordinal);

    private static string Id(JsonElement result) => result.GetProperty("ruleId").GetString()!;

    private static string Describe(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        return $"{file}({place.GetProperty("region").GetProperty("startLine").GetInt32()}): {result.GetProperty("level").GetString()} {Id(result)}";
    }
}
