using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AioBarrierAnalyzers.PackageTests.Packing;
using AioBarrierAnalyzers.PackageTests.Processes;

namespace AioBarrierAnalyzers.PackageTests.Consumers;

/// <summary>A fresh project in a folder of its own that knows the package only by its name and version.</summary>
internal sealed class ConsumerProject
{
    /// <summary>More than any of these builds takes on a slow and busy machine, and still an end to one that hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string TestData = Path.Combine(AppContext.BaseDirectory, "TestData");

    private readonly PackedPackage _package;

    public ConsumerProject(PackedPackage package, string framework, params (string Name, string Value)[] properties)
    {
        _package = package;
        Folder = Path.Combine(package.Root, "consumers", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                {string.Concat(properties.Select(static property => $"<{property.Name}>{property.Value}</{property.Name}>"))}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AioBarrierAnalyzers" Version="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        foreach (var source in Directory.EnumerateFiles(TestData)) File.Copy(source, Path.Combine(Folder, Path.GetFileName(source)));
    }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>What the sources say is to be found in them, at <paramref name="severity"/>.</summary>
    public static IEnumerable<string> Expected(string severity)
    {
        const string Mark = "// expect: ";
        foreach (var source in Directory.EnumerateFiles(TestData).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(source);
            for (var index = 0; index < lines.Length; index++)
            {
                var mark = lines[index].IndexOf(Mark, StringComparison.Ordinal);
                if (mark >= 0) yield return $"{Path.GetFileName(source)}({index + 1}): {severity} {lines[index][(mark + Mark.Length)..]}";
            }
        }
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Restores and builds all of it anew.</summary>
    public CommandResult Build(params string[] arguments) => Dotnet(["build", "--no-incremental", "-tl:off", "-nologo", .. arguments]);

    /// <summary>Runs any command of the SDK in the project's folder.</summary>
    public CommandResult Dotnet(params string[] arguments) => Command.Dotnet(Folder, Limit, _package.Environment, arguments);
}
