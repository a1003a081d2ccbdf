using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation;

/// <summary>One way to break a file.</summary>
/// <param name="Site">What is broken: it names the member, and its lines are the place.</param>
/// <param name="Edits">What to replace, in the original text.</param>
internal sealed record Change(SyntaxNode Site, IReadOnlyList<TextChange> Edits)
{
    public Change(SyntaxNode site, params TextChange[] edits)
        : this(site, (IReadOnlyList<TextChange>)edits)
    {
    }
}
