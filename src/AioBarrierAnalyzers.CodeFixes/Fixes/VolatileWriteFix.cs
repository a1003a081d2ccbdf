using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes a plain store a release.</summary>
internal sealed class VolatileWriteFix : BarrierFix
{
    public override EditKind Kind => EditKind.VolatileWrite;

    public override string EquivalenceKey => "UseVolatileWrite";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (StoreShape.Parse(site.Primary, site.Model, cancellationToken) is not { IsPlain: true } store
            || !store.IsDiscarded(site.Model, cancellationToken)
            || store.NewValue(site.Model, cancellationToken) is not { } value
            || !Expressions.MayFollowReference(value)
            || !await IsPossibleAsync(site, store, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var names = new ThreadingNames(site);
        var call = StoreCall.Of(names, "Volatile", "Write", store, value);
        return new FixResult("Use Volatile.Write", names.Apply(site.Root.ReplaceNode(store.Node, call)));
    }

    /// <summary>The location can be passed by reference, is not volatile already, and has a type that Volatile.Write takes.</summary>
    public static async Task<bool> IsPossibleAsync(FixSite site, StoreShape store, CancellationToken cancellationToken) =>
        RefTarget.AccessTo(store.Location, site.Model, cancellationToken) == RefAccess.ReadWrite
        && Expressions.Field(store.Location, site.Model, cancellationToken) is not { IsVolatile: true }
        && await ThreadingApi.AcceptsAsync(site, "Volatile", "Write", store.Location, 1, cancellationToken).ConfigureAwait(false);
}
