using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds objects that are disposed before they are taken out of a collection under its lock, where another member goes through the collection under that lock
/// and calls what it finds: in between it calls what was disposed (<c>kill_ioctx</c>, 2014, in which the context was freed before it was unlinked).
/// </summary>
internal static class EarlyDisposals
{
    public static IEnumerable<Teardown> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.Method.IsDisposal())
                continue;
            foreach (MemoryEvent disposal in member.Graph.Events)
            {
                if (disposal is { Disposed.IsFresh: false, Operation: IInvocationOperation { Instance: { Type: { } type } item } } &&
                    OutlivesIn(disposal, member, context, type) is var (removal, use))
                {
                    yield return new Teardown(disposal, item.Syntax.ToString(), use, removal.Event);
                }
            }
        }
    }

    private static (MemberEvent Removal, MemberEvent Use)? OutlivesIn(MemoryEvent disposal, Member member, ProtocolContext context, ITypeSymbol type)
    {
        foreach (MemberEvent removal in member.Accesses)
        {
            if (!removal.Event.TakesOut || removal.Event.IsConcurrentCollection || !IsOf(disposal.Disposed!, removal) ||
                !member.Search.Reaches(disposal.Node, removal.Event.Node) || IsToldBefore(disposal, removal))
            {
                continue;
            }

            foreach (MemberEvent use in context.World.AccessesOf(removal.Location))
            {
                if (use.Member != member && use.Event is { Reads: true, TakesOut: false } && use.Event.Locks.Excludes(removal.Event.Locks) &&
                    !use.Event.Locks.Excludes(disposal.Locks) && IsCalled(use, removal, type))
                {
                    return (removal, use);
                }
            }
        }

        return null;
    }

    /// <summary>What is taken out is the object, or has the name by which the object was found there.</summary>
    private static bool IsOf(Value item, MemberEvent removal) => EntryStores.AreSame(removal.Event.Key, item) ||
        item.Sources().Any(look => look.Location?.MayAlias(removal.Location) == true && EntryStores.AreOfOneKey(look, removal.Event));

    /// <summary>Something is changed under the lock before the disposal, by which the others may know.</summary>
    private static bool IsToldBefore(MemoryEvent disposal, MemberEvent removal) => removal.Member.Accesses.Any(
        a => a.Event.Changes && a.Event.Locks.Excludes(removal.Event.Locks) && removal.Member.Search.Reaches(a.Event.Node, disposal.Node));

    /// <summary>A method of such an object is called under the lock, and what it throws is not expected.</summary>
    private static bool IsCalled(MemberEvent use, MemberEvent removal, ITypeSymbol type) => use.Member.Graph.Events.Any(
        e => e is { Kind: EventKind.Invoke or EventKind.Opaque, Disposed: null, Operation: IInvocationOperation { Instance.Type: { } called } } &&
            SymbolEqualityComparer.Default.Equals(called, type) && e.Locks.Excludes(removal.Event.Locks) &&
            use.Member.Search.Reaches(use.Event.Node, e.Node) && !IsExpectedToFail(e.Operation));

    private static bool IsExpectedToFail(IOperation call) => call.Syntax.Ancestors().TakeWhile(static n => n is not MemberDeclarationSyntax)
        .Any(static n => n is TryStatementSyntax { Catches.Count: > 0 });
}
