using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>The cheapest barrier that the project has and that is strong enough.</summary>
internal sealed class BarrierStatement
{
    private BarrierStatement(StatementSyntax statement, ThreadingNames names)
    {
        Statement = statement;
        Names = names;
    }

    public StatementSyntax Statement { get; }

    public ThreadingNames Names { get; }

    public static async Task<BarrierStatement?> FullAsync(FixSite site, CancellationToken cancellationToken) =>
        await CreateAsync(site, "Interlocked", "MemoryBarrier", cancellationToken).ConfigureAwait(false)
        ?? await CreateAsync(site, "Thread", "MemoryBarrier", cancellationToken).ConfigureAwait(false);

    public static async Task<BarrierStatement?> ReadAsync(FixSite site, CancellationToken cancellationToken) =>
        await CreateAsync(site, "Volatile", "ReadBarrier", cancellationToken).ConfigureAwait(false)
        ?? await FullAsync(site, cancellationToken).ConfigureAwait(false);

    public static async Task<BarrierStatement?> WriteAsync(FixSite site, CancellationToken cancellationToken) =>
        await CreateAsync(site, "Volatile", "WriteBarrier", cancellationToken).ConfigureAwait(false)
        ?? await FullAsync(site, cancellationToken).ConfigureAwait(false);

    private static async Task<BarrierStatement?> CreateAsync(FixSite site, string type, string method, CancellationToken cancellationToken)
    {
        if (!await ThreadingApi.HasAsync(site, type, method, cancellationToken).ConfigureAwait(false))
            return null;

        var names = new ThreadingNames(site);
        return new BarrierStatement(SyntaxFactory.ExpressionStatement(names.Call(type, method)), names);
    }
}
