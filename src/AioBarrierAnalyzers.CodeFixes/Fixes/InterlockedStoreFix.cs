using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes the store itself the fence.</summary>
internal sealed class InterlockedStoreFix : BarrierFix
{
    /// <param name="kind">FullFence: the store is the anchor. ExchangeStore: it is the finding itself.</param>
    public InterlockedStoreFix(EditKind kind) => Kind = kind;

    public override EditKind Kind { get; }

    public override string EquivalenceKey => "StoreWithInterlocked";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if ((Kind == EditKind.ExchangeStore ? site.Primary : site.Anchor) is not { } stored
            || StoreShape.Parse(stored, site.Model, cancellationToken) is not { } store
            || store.Form == StoreForm.Exchange
            || !store.IsDiscarded(site.Model, cancellationToken)
            || RefTarget.AccessTo(store.Location, site.Model, cancellationToken) != RefAccess.ReadWrite)
        {
            return null;
        }

        var names = new ThreadingNames(site);
        if (store.Form == StoreForm.Step)
        {
            var isDown = store.Node.IsKind(SyntaxKind.PreDecrementExpression) || store.Node.IsKind(SyntaxKind.PostDecrementExpression);
            var step = isDown ? "Decrement" : "Increment";
            return await ThreadingApi.AcceptsAsync(site, "Interlocked", step, store.Location, 0, cancellationToken).ConfigureAwait(false)
                ? Result(site, names, store, StoreCall.Step(names, step, store))
                : null;
        }

        // A sum need not be taken apart to be stored.
        if (store.Node.IsKind(SyntaxKind.AddAssignmentExpression) && Expressions.MayFollowReference(store.Value)
            && await ThreadingApi.AcceptsAsync(site, "Interlocked", "Add", store.Location, 1, cancellationToken).ConfigureAwait(false))
        {
            return Result(site, names, store, StoreCall.Of(names, "Interlocked", "Add", store, store.Value));
        }

        if (store.NewValue(site.Model, cancellationToken) is not { } value
            || !Expressions.MayFollowReference(value)
            || !await ThreadingApi.AcceptsAsync(site, "Interlocked", "Exchange", store.Location, 1, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        return Result(site, names, store, StoreCall.Of(names, "Interlocked", "Exchange", store, value));
    }

    private static FixResult Result(FixSite site, ThreadingNames names, StoreShape store, ExpressionSyntax call) =>
        new("Store with an Interlocked operation", names.Apply(site.Root.ReplaceNode(store.Node, call)));
}
