using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// A test of a flag and a store to it as one Interlocked operation. Exchange where every other value of the flag would be overwritten anyway, or does not
/// occur; else CompareExchange, which leaves other states alone.
/// </summary>
internal sealed class AtomicTest
{
    private AtomicTest(ThreadingNames names, ExpressionSyntax call, ExpressionSyntax condition, BoolField? boolField)
    {
        Names = names;
        Call = call;
        Condition = condition;
        BoolField = boolField;
    }

    public ThreadingNames Names { get; }

    /// <summary>The operation alone.</summary>
    public ExpressionSyntax Call { get; }

    /// <summary>The operation in the place of the load in the test.</summary>
    public ExpressionSyntax Condition { get; }

    /// <summary>The flag, where it must become an int for the operation to compile.</summary>
    public BoolField? BoolField { get; }

    public static async Task<AtomicTest?> CreateAsync(
        FixSite site, FlagTest test, StoreShape store, bool proceedsWhenTrue, CancellationToken cancellationToken)
    {
        if (store.Form is StoreForm.Compound or StoreForm.Step
            || !Expressions.IsPure(store.Value)
            || !Expressions.IsPure(test.Location)
            || !IsSameLocation(site, test.Location, store.Location, cancellationToken)
            || RefTarget.AccessTo(store.Location, site.Model, cancellationToken) != RefAccess.ReadWrite)
        {
            return null;
        }

        var proceedsWhenEqual = test.IsTrueWhenEqual == proceedsWhenTrue;
        return test.Comparand is null
            ? await OfBoolAsync(site, test, store, proceedsWhenEqual, cancellationToken).ConfigureAwait(false)
            : await OfStateAsync(site, test, test.Comparand, store, proceedsWhenEqual, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AtomicTest?> OfBoolAsync(
        FixSite site, FlagTest test, StoreShape store, bool proceedsWhenSet, CancellationToken cancellationToken)
    {
        // Behind the store the test must fail, or it claims nothing.
        if (site.Model.GetConstantValue(store.Value, cancellationToken) is not { HasValue: true, Value: bool value } || value == proceedsWhenSet)
            return null;

        var names = new ThreadingNames(site);
        if (await ThreadingApi.AcceptsAsync(site, "Interlocked", "Exchange", store.Location, 1, cancellationToken).ConfigureAwait(false))
        {
            var call = names.Call("Interlocked", "Exchange", Arguments.Ref(store.Location.WithoutTrivia()), Arguments.Value(store.Value.WithoutTrivia()));
            return new AtomicTest(names, call, InTest(test, call), boolField: null);
        }

        if (BoolField.Create(store.Location) is not { } field)
            return null;

        var asInt = names.Call("Interlocked", "Exchange", Arguments.Ref(field.MarkedLocation), Arguments.Value(BoolField.Literal(value)));
        return new AtomicTest(names, asInt, BoolField.Test(asInt, test.IsTrueWhenEqual).WithTriviaFrom(test.Node), field);
    }

    private static async Task<AtomicTest?> OfStateAsync(
        FixSite site, FlagTest test, ExpressionSyntax comparand, StoreShape store, bool proceedsWhenEqual, CancellationToken cancellationToken)
    {
        var stored = site.Model.GetConstantValue(store.Value, cancellationToken);
        var compared = site.Model.GetConstantValue(comparand, cancellationToken);
        var isSame = stored.HasValue && FlagValues.AreEqual(stored.Value, compared.Value);
        if (isSame == proceedsWhenEqual || (!stored.HasValue && !proceedsWhenEqual))
            return null;

        var names = new ThreadingNames(site);
        var location = Arguments.Ref(store.Location.WithoutTrivia());
        var value = Arguments.Value(store.Value.WithoutTrivia());
        var mayExchange = !proceedsWhenEqual
            || (stored.HasValue && await FlagValues.AreOnlyAsync(site, store.Location, stored.Value, compared.Value, cancellationToken).ConfigureAwait(false));
        if (mayExchange)
        {
            if (!await ThreadingApi.AcceptsAsync(site, "Interlocked", "Exchange", store.Location, 1, cancellationToken).ConfigureAwait(false))
                return null;

            var exchange = names.Call("Interlocked", "Exchange", location, value);
            return new AtomicTest(names, exchange, InTest(test, exchange), boolField: null);
        }

        if (!await ThreadingApi.AcceptsAsync(site, "Interlocked", "CompareExchange", store.Location, 2, cancellationToken).ConfigureAwait(false))
            return null;

        var call = names.Call("Interlocked", "CompareExchange", location, value, Arguments.Value(comparand.WithoutTrivia()));
        return new AtomicTest(names, call, InTest(test, call), boolField: null);
    }

    private static ExpressionSyntax InTest(FlagTest test, ExpressionSyntax call) =>
        test.Node == test.Read ? call.WithTriviaFrom(test.Read) : test.Node.ReplaceNode(test.Read, call.WithTriviaFrom(test.Read));

    private static bool IsSameLocation(FixSite site, ExpressionSyntax first, ExpressionSyntax second, CancellationToken cancellationToken) =>
        Expressions.SameLocation(first, second)
        && SymbolEqualityComparer.Default.Equals(
            site.Model.GetSymbolInfo(first, cancellationToken).Symbol, site.Model.GetSymbolInfo(second, cancellationToken).Symbol);
}
