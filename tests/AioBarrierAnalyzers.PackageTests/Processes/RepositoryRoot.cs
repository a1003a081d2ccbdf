using System.Linq;
using System.Reflection;

namespace AioBarrierAnalyzers.PackageTests.Processes;

/// <summary>Where the sources of this repository are; the build wrote it into the assembly.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = typeof(RepositoryRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot")
        .Value!;
}
