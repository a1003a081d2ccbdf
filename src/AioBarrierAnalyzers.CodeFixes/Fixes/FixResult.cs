using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>What a fix made of a solution, and what to call it.</summary>
internal sealed class FixResult
{
    public FixResult(string title, Solution solution)
    {
        Title = title;
        Solution = solution;
    }

    public string Title { get; }

    public Solution Solution { get; }
}
