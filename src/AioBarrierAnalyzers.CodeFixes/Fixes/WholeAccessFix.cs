using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Reads or stores 64 bits in one piece. Volatile does so too, but Interlocked.Read says why.</summary>
internal sealed class WholeAccessFix : BarrierFix
{
    public override EditKind Kind => EditKind.WholeAccess;

    public override string EquivalenceKey => "AccessInOnePiece";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        var names = new ThreadingNames(site);
        if (StoreShape.Parse(site.Primary, site.Model, cancellationToken) is { Form: StoreForm.Assignment } store)
        {
            return store.IsDiscarded(site.Model, cancellationToken) && store.NewValue(site.Model, cancellationToken) is { } value
                && Expressions.MayFollowReference(value)
                && await AcceptsAsync(site, "Exchange", store.Location, 1, cancellationToken).ConfigureAwait(false)
                ? Result(site, names, store.Node, StoreCall.Of(names, "Interlocked", "Exchange", store, value))
                : null;
        }

        if (!LoadContext.IsPlainLoad(site.Primary))
            return null;
        var type = await AcceptsAsync(site, "Read", site.Primary, 0, cancellationToken).ConfigureAwait(false) ? "Interlocked"
            : await ThreadingApi.AcceptsAsync(site, "Volatile", "Read", site.Primary, 0, cancellationToken).ConfigureAwait(false) ? "Volatile"
            : null;
        return type is not null && RefTarget.AccessTo(site.Primary, site.Model, cancellationToken) == RefAccess.ReadWrite
            ? Result(site, names, site.Primary, names.Call(type, "Read", Arguments.Ref(site.Primary.WithoutTrivia())).WithTriviaFrom(site.Primary))
            : null;
    }

    private static async Task<bool> AcceptsAsync(FixSite site, string method, ExpressionSyntax location, int values, CancellationToken cancellationToken) =>
        RefTarget.AccessTo(location, site.Model, cancellationToken) == RefAccess.ReadWrite
        && await ThreadingApi.AcceptsAsync(site, "Interlocked", method, location, values, cancellationToken).ConfigureAwait(false);

    private static FixResult Result(FixSite site, ThreadingNames names, SyntaxNode old, ExpressionSyntax call) =>
        new("Access it in one piece", names.Apply(site.Root.ReplaceNode(old, call)));
}
