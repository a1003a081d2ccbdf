using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>
/// Members that several threads may be in at once, once something says that threads are there at all: called by whoever has the object, or started anew each
/// time. What one thread of its own runs is often the only code that stores.
/// </summary>
internal static class SeveralThreads
{
    public static bool MayRun(Member member) => !member.IsConstruction && !member.MayRunAtOnce && !member.Method.IsDisposal() &&
        (member.IsRepeated || (member.Kind == MemberKind.Ordinary && IsCallable(member.Method)));

    private static bool IsCallable(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal || !method.ExplicitInterfaceImplementations.IsEmpty;
}
