using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Whether there is reason to believe that the two ends of a message are two threads.</summary>
internal static class MessageEvidence
{
    private const EvidenceKinds Strong = EvidenceKinds.Marked | EvidenceKinds.Declared;

    public static bool IsShared(this Message message, ProtocolContext context)
    {
        EvidenceKinds kinds = context.Evidence.Of(message.Publish.Location);
        if ((kinds & Strong) != 0)
            return true;

        // The message itself goes from or to a thread of its own.
        if ((kinds & EvidenceKinds.Role) != 0 && message.Publish.Member.Kind == MemberKind.Started != (message.Use.Member.Kind == MemberKind.Started))
            return true;

        // A third type's object, handled by two others: what one field of it is marked for goes for its siblings.
        if (!SymbolEqualityComparer.Default.Equals(message.Publish.Member.Type, message.Use.Member.Type) &&
            message.Publish.Location.Symbol is IFieldSymbol { IsStatic: false, Type.IsReferenceType: false } field && HasMarkedSibling(field, context))
        {
            return true;
        }

        // The sender takes a lock for it and the receiver does not: the lock was taken because of other threads.
        return (kinds & EvidenceKinds.Locked) != 0 && !message.Publish.Event.Locks.IsEmpty &&
            message.Guard.Load.Event.Locks.IsEmpty && message.Use.Event.Locks.IsEmpty;
    }

    private static bool HasMarkedSibling(IFieldSymbol field, ProtocolContext context) => field.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(f => !f.IsStatic && context.Evidence.IsMarked(new MemoryLocation(Accesses.LocationKind.Field, f, null)));

    /// <summary>The payload is a reference that the receiver tests for null: it publishes itself.</summary>
    public static bool TestsItself(this Message message, ProtocolContext context)
    {
        foreach (Guard guard in context.Guards.Of(message.Use))
        {
            if (Conditions.IsNullTest(guard.Branch.Condition!, message.Use.Event))
                return true;
        }

        return false;
    }
}
