using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>Tells the claims that a member loses from those that it keeps on purpose, as is often done: for good, for its caller, or for a thread.</summary>
internal sealed class LostClaims
{
    private readonly INamedTypeSymbol _type;
    private readonly Throwers _throwers;
    private readonly Releasers _releasers;
    private readonly EarlyReturns _earlyReturns;
    private readonly CaughtCalls _caught;

    public LostClaims(INamedTypeSymbol type, Throwers throwers, Releasers releasers, EarlyReturns earlyReturns, CaughtCalls caught)
    {
        _type = type;
        _throwers = throwers;
        _releasers = releasers;
        _earlyReturns = earlyReturns;
        _caught = caught;
    }

    public Leak? Judge(TakenLock claim, IMethodSymbol method, IOperation code) => ByException(claim, method) ??
        (claim.GivenBackBy is { } places && claim.Returns.Count > 0 && claim.ReturnsWithoutIt &&
            claim.Returns.TrueForAll(static e => e.End.Kind is ReturnKind.Nothing or ReturnKind.Negative) &&
            !method.IsDisposal() && !_releasers.IsGivenBackByOther(claim.Key, _type, method)
            ? OnTheWay(claim, places, code) ?? BehindCatch(claim)
            : null);

    /// <summary>
    /// It must be given back wherever the member returns, and then only an exception out of something awaited counts, or one that another member catches and
    /// goes on; or a thread was to take it over, which could not be started.
    /// </summary>
    private Leak? ByException(TakenLock claim, IMethodSymbol method)
    {
        foreach (Ending ending in claim.Endings)
        {
            if (ending.State != EndState.Held || !ending.End.IsThrow || ending.End.Cause is not { } cause)
                continue;
            if (_throwers.IsFailingStart(cause) && IsGivenBackByThread(cause, claim.Key))
                return claim.Leak(LeakKind.NotHandedOver, ending);
            if (claim.GivenBackBy is not null && claim.Returns.Count == 0 && ending.End.Kind == ReturnKind.CalleeThrows && claim.ReturnsWithoutIt &&
                (cause is IAwaitOperation
                    ? _throwers.StrengthOf(cause) == ThrowStrength.Strong
                    : _caught.Contain(method) && !_releasers.IsGivenBackByOther(claim.Key, _type, method)))
            {
                return claim.Leak(LeakKind.CalleeThrows, ending);
            }
        }

        return null;
    }

    /// <summary>A finally gives it back, and a return on the way to the try tells the caller no more than that nothing was done.</summary>
    private Leak? OnTheWay(TakenLock claim, HashSet<IOperation> places, IOperation code) =>
        _earlyReturns.Find(code, claim.TakenBy, places) is { } early ? claim.Leak(LeakKind.Return, early) : null;

    /// <summary>
    /// Every way that returns gives it back but the one behind a catch: what was awaited has failed, of which nobody is told, and it is not tried again.
    /// </summary>
    private Leak? BehindCatch(TakenLock claim) => claim.Returns.TrueForAll(static e => e.Failure is not null) &&
        claim.Returns.Select(static e => e.Failure).FirstOrDefault(
            f => f is IAwaitOperation && _throwers.StrengthOf(f) == ThrowStrength.Strong) is { } failure && !claim.IsTakenBeforeLoopOf(failure)
            ? claim.Leak(LeakKind.Caught, failure)
            : null;

    /// <summary>
    /// The code that the thread is made with gives the claim back, or a member that it names does. That it is a thread is known from its start; here a name
    /// serves to find where it was made.
    /// </summary>
    private bool IsGivenBackByThread(IOperation start, LockKey key)
    {
        SyntaxNode? body = start.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (body is null)
            return false;
        List<ArgumentListSyntax> entries = body.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
            .Where(static c => c.Type is SimpleNameSyntax { Identifier.ValueText: "Thread" } && c.ArgumentList is not null)
            .Select(static c => c.ArgumentList!).ToList();
        return entries.Any(e => _releasers.OfCode(e).GivesBack(key)) ||
            entries.SelectMany(static e => e.DescendantNodes()).OfType<SimpleNameSyntax>().Select(static n => n.Identifier.ValueText).Distinct()
            .SelectMany(n => _type.GetMembers(n).OfType<IMethodSymbol>()).Any(m => _releasers.IsKnown(m) && _releasers.Of(m).GivesBack(key));
    }
}
