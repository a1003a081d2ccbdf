using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace AioBarrierAnalyzers.Validation.Reference;

/// <summary>The repository's own files, by paths with '/' from its root.</summary>
internal static class RepositoryFiles
{
    private static readonly string s_root = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    public static bool Exists(string path) => File.Exists(FullPath(path));

    /// <summary>The text of a file with the line ends that it has in the repository.</summary>
    public static string Read(string path) => File.ReadAllText(FullPath(path)).Replace("\r\n", "\n");

    public static void Write(string path, string text) => File.WriteAllText(FullPath(path), text);

    /// <summary>The sources right in a folder, in a fixed order.</summary>
    public static IReadOnlyList<string> Sources(string folder) =>
        [.. Directory.EnumerateFiles(FullPath(folder), "*.cs").Select(file => folder + "/" + Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string FullPath(string path) => Path.Combine(s_root, path);
}
