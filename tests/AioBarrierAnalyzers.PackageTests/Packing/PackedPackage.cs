using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using AioBarrierAnalyzers.PackageTests.Processes;

namespace AioBarrierAnalyzers.PackageTests.Packing;

/// <summary>
/// The package, packed once for all tests of the collection by the documented command, from a copy of the sources: so that a clean tree is what is packed, and
/// that the outputs of the tree at hand are left alone. The version is new each time, so that no package cache knows it.
/// </summary>
public sealed class PackedPackage : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly string[] Parts = ["src", "nuget"];

    public PackedPackage()
    {
        Root = Directory.CreateTempSubdirectory("aio-barrier-").FullName;
        Version = "0.0.1-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        try
        {
            CopySources();
            WriteRootFiles();
            Command.Dotnet(
                SourceCopy, Limit, Environment, "pack", "nuget", "-c", "Release", "-o", PackageFolder, $"-p:PackageVersion={Version}", "-tl:off").Succeeded();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder that everything of this run is in.</summary>
    public string Root { get; }

    /// <summary>The version of this run alone.</summary>
    public string Version { get; }

    /// <summary>The file that was packed.</summary>
    public string File => Path.Combine(PackageFolder, $"AioBarrierAnalyzers.{Version}.nupkg");

    /// <summary>The sources that were packed.</summary>
    public string SourceCopy => Path.Combine(Root, "source");

    /// <summary>What the processes of a consumer see besides.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(Root, "packages") };

    private string PackageFolder => Path.Combine(Root, "feed");

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner or a late process; the system clears its temporary folder some day.
        }
    }

    private static bool IsOutput(string file)
    {
        var parts = Path.GetRelativePath(RepositoryRoot.Path, file).Split(Path.DirectorySeparatorChar);
        return parts.Contains("bin") || parts.Contains("obj");
    }

    private static void Copy(string file, string folder)
    {
        var target = Path.Combine(folder, Path.GetRelativePath(RepositoryRoot.Path, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        System.IO.File.Copy(file, target);
    }

    private void CopySources()
    {
        var files = Parts.SelectMany(static part => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, part), "*", SearchOption.AllDirectories));
        foreach (var file in files.Where(static file => !IsOutput(file))) Copy(file, SourceCopy);
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Path)) Copy(file, SourceCopy);
    }

    /// <summary>Keeps settings of folders above the temporary one out, and adds the packed package to the configured sources.</summary>
    private void WriteRootFiles()
    {
        Directory.CreateDirectory(PackageFolder);
        Copy(Path.Combine(RepositoryRoot.Path, "global.json"), Root);
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            System.IO.File.WriteAllText(Path.Combine(Root, name), "<Project />");
        }

        System.IO.File.WriteAllText(Path.Combine(Root, ".editorconfig"), "root = true\n");
        System.IO.File.WriteAllText(Path.Combine(Root, "NuGet.Config"), $"""
            <configuration>
              <packageSources>
                <add key="aio-barrier-packed" value="{PackageFolder}" />
              </packageSources>
              {FallbackFolder()}
            </configuration>
            """);
    }

    /// <summary>Lets reference packs that an earlier restore brought serve again; the packed package cannot be there.</summary>
    private static string FallbackFolder()
    {
        var folder = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        if (string.IsNullOrEmpty(folder))
        {
            folder = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        }

        return Directory.Exists(folder) ? $"""<fallbackPackageFolders><add key="user" value="{folder}" /></fallbackPackageFolders>""" : "";
    }
}
