using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The reference assemblies of one target framework, from the pack that the project file downloads.</summary>
public sealed class ReferenceAssemblies(string targetFramework)
{
    // Shared references share their symbols: without this every compilation would read the whole framework again.
    private static readonly ConcurrentDictionary<string, ImmutableArray<MetadataReference>> Loaded = new();

    public static ReferenceAssemblies Default => Net.Net80;

    public string TargetFramework { get; } = targetFramework;

    internal AssemblyIdentityComparer AssemblyIdentityComparer
        => TargetFramework.Contains('.') ? AssemblyIdentityComparer.Default : DesktopAssemblyIdentityComparer.Default;

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Loaded.GetOrAdd(TargetFramework, Load));
    }

    private static ImmutableArray<MetadataReference> Load(string targetFramework)
    {
        var folder = typeof(ReferenceAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "ReferencePack." + targetFramework)?.Value
            ?? throw new InvalidOperationException($"No reference pack is downloaded for '{targetFramework}'.");

        // The two files without managed metadata of the .NET Framework pack would stop every compilation.
        return [.. Directory.EnumerateFiles(folder, "*.dll")
            .Concat(Directory.Exists(Path.Combine(folder, "Facades")) ? Directory.EnumerateFiles(Path.Combine(folder, "Facades"), "*.dll") : [])
            .Where(path => Path.GetFileName(path) is not ("System.EnterpriseServices.Thunk.dll" or "System.EnterpriseServices.Wrapper.dll"))
            .Order(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path))];
    }

    public static class Net
    {
        public static ReferenceAssemblies Net80 { get; } = new("net8.0");

        public static ReferenceAssemblies Net100 { get; } = new("net10.0");
    }

    public static class NetStandard
    {
        public static ReferenceAssemblies NetStandard20 { get; } = new("netstandard2.0");
    }

    public static class NetFramework
    {
        public static class Net472
        {
            public static ReferenceAssemblies Default { get; } = new("net472");
        }
    }
}
