using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Packing;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    private static readonly string[] Bookkeeping = ["_rels/", "package/services/", "[Content_Types].xml"];

    [Fact]
    public void Holds_exactly_these_files()
    {
        using var archive = ZipFile.OpenRead(package.File);

        var files = archive.Entries.Select(static entry => entry.FullName).Where(static name => !Bookkeeping.Any(name.StartsWith)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "AioBarrierAnalyzers.nuspec",
                "README.md",
                "analyzers/dotnet/cs/AioBarrierAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/AioBarrierAnalyzers.dll",
                "build/AioBarrierAnalyzers.props",
                "buildTransitive/AioBarrierAnalyzers.props",
                "configuration/AioBarrier.default.globalconfig",
                "configuration/AioBarrier.errors.globalconfig",
                "configuration/AioBarrier.none.globalconfig",
            ],
            files);
    }

    [Fact]
    public void Is_a_development_dependency_without_dependencies_under_the_MIT_licence()
    {
        var metadata = Nuspec();

        Assert.Equal("AioBarrierAnalyzers", Value(metadata, "id"));
        Assert.Equal(package.Version, Value(metadata, "version"));
        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("expression", Element(metadata, "license").Attribute("type")?.Value);
        Assert.DoesNotContain(metadata.Descendants(), static element => element.Name.LocalName is "dependency" or "frameworkAssembly");
    }

    [Fact]
    public void Readme_is_the_one_in_the_repository() =>
        Assert.Equal(File.ReadAllText(Path.Combine(package.SourceCopy, "nuget", "README.md")), Encoding.UTF8.GetString(Entry("README.md")));

    [Fact]
    public void Analyzers_need_the_compiler_alone_and_code_fixes_its_workspaces()
    {
        Assert.DoesNotContain(References("AioBarrierAnalyzers.dll"), static name => name.Contains("Workspaces", StringComparison.Ordinal));
        Assert.All(References("AioBarrierAnalyzers.dll").Concat(References("AioBarrierAnalyzers.CodeFixes.dll")), static name => Assert.True(
            name is "netstandard" or "AioBarrierAnalyzers"
            || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || name.StartsWith("System.", StringComparison.Ordinal),
            name));
    }

    [Theory]
    [InlineData("AioBarrierAnalyzers.dll")]
    [InlineData("AioBarrierAnalyzers.CodeFixes.dll")]
    public void Assemblies_do_not_tell_where_they_were_built(string assembly)
    {
        var bytes = Entry("analyzers/dotnet/cs/" + assembly);

        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(package.Root)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(package.Root)));
    }

    private static XElement Element(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

    private static string Value(XElement metadata, string name) => Element(metadata, name).Value;

    private List<string> References(string assembly)
    {
        using var reader = new PEReader(new MemoryStream(Entry("analyzers/dotnet/cs/" + assembly)));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private XElement Nuspec() => XDocument.Load(new MemoryStream(Entry("AioBarrierAnalyzers.nuspec"))).Root!.Elements().Single();

    private byte[] Entry(string name)
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
