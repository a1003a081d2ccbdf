using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The sources of the two shipped assemblies, together as one compilation.</summary>
internal static class OwnSources
{
    public const string Folder = "src/";

    public static ImmutableArray<SyntaxTree> Trees { get; } =
        [.. RepositoryFiles.Find("src", "*.cs").Select(static path => CSharpSyntaxTree.ParseText(
            RepositoryFiles.Read(path), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview), path))];

    /// <summary>Against what this test runs on, where types of later frameworks are there too.</summary>
    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create(
        "OwnSources",
        Trees,
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The folders between the sources' root and the file: the assembly first.</summary>
    public static string[] Folders(SyntaxTree tree) => tree.FilePath[Folder.Length..].Split('/')[..^1];

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.Contains("Testing", StringComparison.Ordinal))))
            .Select(static path => MetadataReference.CreateFromFile(path));
}
