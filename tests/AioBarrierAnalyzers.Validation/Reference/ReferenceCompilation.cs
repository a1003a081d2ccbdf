using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Validation.Reference;

/// <summary>The reference as the compiler sees it.</summary>
internal static class ReferenceCompilation
{
    private static readonly Lazy<CSharpCompilation> s_original = new(static () => Of(Subsystem.Sources));

    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Parse, preprocessorSymbols: ["NET", "NET10_0", "NET10_0_OR_GREATER"]);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The framework that the tests run on.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Original => s_original.Value;

    public static CSharpCompilation Of(IReadOnlyDictionary<string, string> sources) => CSharpCompilation.Create(
        "ReferenceRing",
        sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => CSharpSyntaxTree.ParseText(source.Value, ParseOptions, source.Key)),
        References,
        Options);
}
