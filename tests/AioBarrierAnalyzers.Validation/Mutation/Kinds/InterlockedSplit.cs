using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>An Interlocked operation becomes a plain load and a plain store.</summary>
internal sealed class InterlockedSplit : IMutation
{
    public string Kind => "split";

    public string Description => "an `Interlocked` operation becomes a plain load and a plain store";

    public IReadOnlyList<string> Rules { get; } = ["AIO2001", "AIO2002", "AIO2003", "AIO2004", "AIO1001"];

    public IEnumerable<Change> In(SemanticModel model) => InterlockedParts.In(model, "{0}", "{0} = {1}");
}
