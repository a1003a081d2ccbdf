using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Mutation;

/// <summary>A kind of mistake that is made in every place that has the form for it. What does not compile is left out afterwards.</summary>
internal interface IMutation
{
    /// <summary>In names of mutants.</summary>
    public string Kind { get; }

    /// <summary>What it does, for the document.</summary>
    public string Description { get; }

    /// <summary>The rules that say what is wrong with it; which of them depends on the place.</summary>
    public IReadOnlyList<string> Rules { get; }

    public IEnumerable<Change> In(SemanticModel model);
}
