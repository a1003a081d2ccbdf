using Xunit;

namespace AioBarrierAnalyzers.PackageTests.Packing;

/// <summary>All tests share one package, and run one after the other: each of them is a build.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Package";
}
