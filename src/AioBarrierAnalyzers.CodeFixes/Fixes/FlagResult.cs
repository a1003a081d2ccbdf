using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>The end of an edit of a flag: its field becomes an int, where the operation needs that.</summary>
internal static class FlagResult
{
    public static async Task<FixResult?> CreateAsync(
        string act, FixSite site, StoreShape store, AtomicTest atomic, Solution solution, CancellationToken cancellationToken)
    {
        if (atomic.BoolField is { } field)
        {
            var converted = await BoolFieldToInt.ConvertAsync(solution, site.Document.Id, field.Mark, cancellationToken).ConfigureAwait(false);
            if (converted is null)
                return null;
            solution = converted;
        }

        return new FixResult($"{act} '{store.Location.WithoutTrivia()}' in one atomic step", solution);
    }
}
