using System.IO;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Compiled only into test projects that use the published library: adds the target frameworks that its pinned version is too old to know,
/// under the names that newer versions give them (a member of the library itself goes first).
/// </summary>
internal static class NewerReferenceAssemblies
{
    private static readonly ReferenceAssemblies Net100Assemblies
        = new("net10.0", new PackageIdentity("Microsoft.NETCore.App.Ref", "10.0.14"), Path.Combine("ref", "net10.0"));

    extension(ReferenceAssemblies.Net)
    {
        public static ReferenceAssemblies Net100 => Net100Assemblies;
    }
}
