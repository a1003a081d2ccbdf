using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>An Interlocked operation becomes an acquire load and a release store.</summary>
internal sealed class InterlockedToVolatile : IMutation
{
    public string Kind => "weakened";

    public string Description => "an `Interlocked` operation becomes a `Volatile.Read` and a `Volatile.Write`";

    public IReadOnlyList<string> Rules { get; } = ["AIO2001", "AIO2002", "AIO2003", "AIO2004", "AIO1001"];

    public IEnumerable<Change> In(SemanticModel model) => InterlockedParts.In(model, "Volatile.Read(ref {0})", "Volatile.Write(ref {0}, {1})");
}
