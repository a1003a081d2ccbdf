using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Validation.Mutation;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>The loop over all mutants, run once for all tests.</summary>
internal static class MutantRun
{
    private static readonly Lazy<Task<IReadOnlyList<MutantResult>>> s_results = new(RunAsync);

    /// <summary>In the order of the mutants.</summary>
    public static Task<IReadOnlyList<MutantResult>> ResultsAsync() => s_results.Value;

    /// <summary>Without those that fail when nothing runs at the same time.</summary>
    public static async Task<IReadOnlyList<MutantResult>> JudgedAsync() => [.. (await ResultsAsync()).Where(result => !result.FailsAlone)];

    private static async Task<IReadOnlyList<MutantResult>> RunAsync()
    {
        var results = new MutantResult[Mutator.All.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, results.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (i, _) => results[i] = await MutantLoop.RunAsync(Mutator.All[i], Arguments.Equivalent.Has(Mutator.All[i])));
        return results;
    }
}
