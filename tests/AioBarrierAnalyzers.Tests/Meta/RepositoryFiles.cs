using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The repository's own files, by paths with '/' from its root.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    public static bool Exists(string path) => File.Exists(FullPath(path));

    public static bool FolderExists(string path) => Directory.Exists(FullPath(path));

    /// <summary>The text of a file with the line ends that it has in the repository.</summary>
    public static string Read(string path) => File.ReadAllText(FullPath(path)).Replace("\r\n", "\n");

    /// <summary>All files below a folder that match, build outputs left out, in a fixed order.</summary>
    public static IReadOnlyList<string> Find(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(FullPath(folder), pattern, SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj"))
            .Order(System.StringComparer.Ordinal)];

    private static string FullPath(string path) => Path.Combine(Root, path);
}
