using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>One kind of edit. It has no state, and what it offers it has already made: a fix that cannot be made is never offered.</summary>
internal abstract class BarrierFix
{
    /// <summary>The edit that a diagnostic asks for.</summary>
    public abstract EditKind Kind { get; }

    /// <summary>The same for every finding that this edit repairs, so that Fix All takes them together.</summary>
    public abstract string EquivalenceKey { get; }

    /// <summary>The changed solution, or null where the edit is not possible or would change nothing.</summary>
    public abstract Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken);
}
