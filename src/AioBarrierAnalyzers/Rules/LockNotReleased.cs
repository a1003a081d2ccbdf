using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.LockPairing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3005: a lock is not released on every path (2014, the error paths of <c>aio_migratepage</c> and <c>ioctx_alloc</c>).</summary>
internal sealed class LockNotReleased : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3005_LockNotReleased;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        // Taken in a finally: what was given back for a while is taken again, for the caller.
        foreach (Leak leak in LockPairs.Find(context.World).Where(l => l.TakenBy.Syntax.FirstAncestorOrSelf<FinallyClauseSyntax>() is null))
        {
            yield return new Finding(
                Descriptor,
                leak.TakenBy.Syntax,
                new EditHint(IsRepairable(leak) ? nameof(EditKind.ReleaseInFinally) : nameof(EditKind.None), leak.Target.Syntax.ToString()),
                IsRepairable(leak) ? leak.GivenBackBy?.Syntax : null,
                leak.Cause is { } cause ? new[] { cause.Syntax } : System.Array.Empty<SyntaxNode>(),
                leak.Target.Syntax.ToString(),
                Explain(leak));
        }
    }

    private static bool IsRepairable(Leak leak) =>
        leak.Kind is LeakKind.Return or LeakKind.Throw or LeakKind.CalleeThrows or LeakKind.Abandoned && leak.GivenBackBy is not null;

    private static string Explain(Leak leak)
    {
        string at = leak.Cause is { } cause ? $" (line {cause.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1})" : string.Empty;
        string harm = leak.Family == LockFamily.Claim ? "nobody can take it again" : "every thread that wants it waits for ever";
        return leak.Kind switch
        {
            LeakKind.Return => $"a path returns{at} with it, and {harm}",
            LeakKind.Throw => $"an exception is thrown{at} while it is held, and {harm}",
            LeakKind.CalleeThrows => $"an exception out of this call{at} leaves the member with it, and {harm}",
            LeakKind.Caught => $"where this call{at} fails, the catch leaves the member with it, and {harm}",
            LeakKind.Abandoned => $"who goes through the items can stop at this one{at}, and {harm}",
            LeakKind.OutOfReach => $"the variable that leads to it is given another value{at} while it is held, and {harm}",
            LeakKind.NotHandedOver => $"when the thread that is to give it back cannot be started{at}, {harm}",
            LeakKind.CalledOff => $"it is released{at} even where the wait for it is cancelled and ends without it",
            _ => $"it is released{at} even where the wait for it ended without it",
        };
    }
}
