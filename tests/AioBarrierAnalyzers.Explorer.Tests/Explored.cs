using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests;

/// <summary>Programs that are one source with one scenario.</summary>
internal static class Explored
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Collections.Concurrent;\nusing System.Threading;\nusing AioBarrierAnalyzers.Explorer;\n";

    public static ExploreOptions Exhaustively { get; } = new() { Strategy = SearchStrategy.DepthFirst, MaxExecutions = 100_000 };

    public static ExploreResult Run(string source, ExploreOptions? options = null) =>
        ModelChecker.Explore(SimulatedProgram.FromSource(Usings + source).Scenarios.Single(), options ?? Exhaustively);

    /// <summary>No execution within the bounds fails.</summary>
    public static void Lives(string source, ExploreOptions? options = null)
    {
        var result = Run(source, options);

        Assert.True(result.Verdict == Verdict.Clean, result.ToString());
        Assert.True(result.IsExhaustive || (options?.Strategy ?? SearchStrategy.DepthFirst) == SearchStrategy.RandomWalk, result.ToString());
        Assert.Equal(0, result.Unfinished);
    }

    /// <summary>Fails in weak memory, in this way, and lives in sequential consistency.</summary>
    public static ExploreResult DiesOfWeakMemory(string source, FailureKind kind = FailureKind.Invariant, ExploreOptions? options = null)
    {
        var result = Dies(source, kind, options);
        Lives(source, (options ?? Exhaustively) with { StaleReads = 0 });
        return result;
    }

    public static ExploreResult Dies(string source, FailureKind kind = FailureKind.Invariant, ExploreOptions? options = null)
    {
        var result = Run(source, options);

        Assert.True(result.Verdict == Verdict.Killed, result.ToString());
        Assert.Equal(kind, result.Failure!.Kind);
        Assert.NotEmpty(result.Interleaving!.Steps);
        return result;
    }

    /// <summary>A source with one thing changed, which must be there.</summary>
    public static string With(string source, string from, string to)
    {
        Assert.Contains(from, source);
        return source.Replace(from, to);
    }
}
