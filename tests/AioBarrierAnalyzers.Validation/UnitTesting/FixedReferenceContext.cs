using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace AioBarrierAnalyzers.Validation.UnitTesting;

/// <summary>The unit tests of the reference, loaded with another reference than they were built with.</summary>
internal sealed class FixedReferenceContext : AssemblyLoadContext
{
    private const string Tests = "ReferenceRing.Tests";
    private const string Reference = "ReferenceRing";

    private readonly byte[] _reference;

    public FixedReferenceContext(byte[] reference)
        : base("Unit tests", isCollectible: true)
    {
        _reference = reference;
    }

    public Assembly LoadTests() => LoadFromAssemblyName(new AssemblyName(Tests));

    protected override Assembly? Load(AssemblyName name) => name.Name switch
    {
        Reference => LoadFromStream(new MemoryStream(_reference)),

        // All that is built with the reference; the rest is shared.
        Tests or "SeeTheBug" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll")),
        _ => null,
    };
}
