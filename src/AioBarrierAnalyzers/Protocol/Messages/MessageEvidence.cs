using System.Collections;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>Whether there is reason to believe that the two ends of a message are two threads.</summary>
internal static class MessageEvidence
{
    private const EvidenceKinds Strong = EvidenceKinds.Marked | EvidenceKinds.Declared;

    public static bool IsShared(this Message message, ProtocolContext context)
    {
        if (IsLocked(message, context) || IsFoundUnderLock(message) || IsOfOwnLife(message, context) || AreLeftToCallers(message, context) ||
            Roles.IsOfCaller(message.Publish, message.Use.Member) || IsOfOneOwner(message) || message.IsOwnTurn(context) || IsOutsideOfWork(message, context))
            return false;
        EvidenceKinds kinds = context.Evidence.Of(message.Publish.Location);
        if ((kinds & Strong) != 0 && !IsOnlyTaken(message, context))
            return true;

        // An enumerator has one caller; what it locks is the collection.
        if (message.Publish.Location.NamingSymbol?.ContainingType?.IsEnumerator() == true)
            return false;

        // The message itself goes from or to a thread of its own.
        if ((kinds & EvidenceKinds.Role) != 0 &&
            message.Publish.Member.Kind == MemberKind.Started != (message.Use.Member.Kind == MemberKind.Started) && !IsHandedOver(message) &&
            !OwnPhases.IsFilling(message.Publish) && !AreTwoObjects(message, context) &&
            !SoleOwners.CallIt(message.Publish.Event, message.Publish.Member, message.Use, context.World))
        {
            return true;
        }

        // A third type's object, handled by two others: what one field of it is marked for goes for its siblings.
        if (!SymbolEqualityComparer.Default.Equals(message.Publish.Member.Type, message.Use.Member.Type) &&
            message.Publish.Location.Symbol is IFieldSymbol { IsStatic: false, Type.IsReferenceType: false } field && HasMarkedSibling(field, context))
        {
            return true;
        }

        // The sender takes a lock for it and the receiver does not: the lock was taken because of other threads.
        return (kinds & EvidenceKinds.Locked) != 0 && !message.Publish.Event.Locks.IsEmpty &&
            message.Guard.Load.Event.Locks.IsEmpty && message.Use.Event.Locks.IsEmpty && IsLockedForIt(message);
    }

    /// <summary>
    /// The receiver looks without the lock, and again under the one that it holds when it sends itself: several are expected at the first look.
    /// </summary>
    public static bool IsDoubleChecked(this Message message) => message.Publish.Member == message.Use.Member &&
        !message.Publish.Event.Locks.IsEmpty && message.Guard.Load.Event.Locks.IsEmpty && IsLockedForIt(message);

    /// <summary>
    /// Sender and receiver make the same announcement under a lock, by the same code, and it is taken back again later: who looks at it without the lock asks
    /// whether his own turn is still on. What is set up once is never taken back.
    /// </summary>
    public static bool IsOwnTurn(this Message message, ProtocolContext context) => !message.Publish.Event.Locks.IsEmpty &&
        !context.Evidence.IsMarked(message.Publish.Location) &&
        message.Use.Member.Accesses.Any(begin => begin.Event.Writes && !begin.Event.Locks.IsEmpty && begin.Location.MayAlias(message.Publish.Location) &&
            message.Publish.Member.Accesses.Any(b => b.Event.Operation.Syntax == begin.Event.Operation.Syntax) && IsTakenBack(begin, context));

    /// <summary>One side is work that the other one starts and waits for: they never meet.</summary>
    private static bool IsOutsideOfWork(Message message, ProtocolContext context) => JoinedWork.In(context) is var work &&
        (work.KeepsApart(message.Publish, message.Guard.Load) || work.KeepsApart(message.Guard.Load, message.Publish));

    private static bool IsTakenBack(MemberEvent begin, ProtocolContext context) => context.World.AccessesOf(begin.Location).Any(
        a => a.Event.Kind == EventKind.Store && !a.Member.IsConstruction && !a.Member.Method.IsDisposal() &&
            a.Event.Operation.Syntax != begin.Event.Operation.Syntax && !Value.Same(a.Event.Stored, begin.Event.Stored) &&
            (a.Event.Stored is Value.Masked or Value.Constant || a.Event.Operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And }));

    /// <summary>In one and the same member the lock may be there for something else; it is not where the location is looked at again under it.</summary>
    private static bool IsLockedForIt(Message message) => message.Publish.Member != message.Use.Member || message.Publish.Member.Accesses.Any(
        a => a.Event.Reads && a.Location.MayAlias(message.Publish.Location) && a.Event.Locks.Excludes(message.Publish.Event.Locks));

    /// <summary>The receiver looks under the lock that most accesses hold: who stores without it breaks that rule, and no other (AIO3001).</summary>
    private static bool IsLocked(Message message, ProtocolContext context) => !message.Guard.Load.Event.Locks.IsEmpty &&
        LockVotes.In(context).Of(message.Publish.Location) is { } discipline && message.Guard.Load.Event.Locks.Find(discipline.Lock) is not null;

    /// <summary>The receiver has taken the object from where it is only under the lock that the sender held: the lock brought it everything.</summary>
    private static bool IsFoundUnderLock(Message message)
    {
        Value? at = message.Guard.Load.Event.Path!.Base;
        while (at is Value.Loaded { Event: { Path: { } path } found })
        {
            if (found.Locks.Excludes(message.Publish.Event.Locks))
                return true;
            at = path.Base;
        }

        return false;
    }

    /// <summary>Either side holds a lock or leaves it to its callers; which lock those hold is not asked.</summary>
    private static bool AreLeftToCallers(Message message, ProtocolContext context)
    {
        bool IsLocked(MemberEvent access) => !access.Event.Locks.IsEmpty || context.World.LeavesLockToCallers(access.Member.Method);
        return (message.Publish.Event.Locks.IsEmpty || message.Guard.Load.Event.Locks.IsEmpty) && IsLocked(message.Publish) && IsLocked(message.Guard.Load);
    }

    /// <summary>
    /// The store or the look is part of the end of the object, or of its use anew: at either nobody else may have it, and who has sees more amiss than this.
    /// </summary>
    private static bool IsOfOwnLife(Message message, ProtocolContext context) => message.Use.Member.Method.IsDisposal() ||
        IsInDisposal(message.Publish.Event.Frame) ||
        (message.Publish.Member.Method.IsDisposal() && Conditions.AsNumber(message.Publish.Event.Stored) == 0 && !IsGivenBack(message, context)) ||
        (Stores.IsClear(message.Publish.Event) && OwnPhases.IsClearing(message.Publish.Member));

    /// <summary>Some method that the member calls on the way there ends the object.</summary>
    private static bool IsInDisposal(Frame frame)
    {
        for (Frame at = frame; at.Caller is { } caller; at = caller)
        {
            if (at.Method.IsDisposal())
                return true;
        }

        return false;
    }

    /// <summary>
    /// Either side moves the position on from where it found it, by a store, and stores the other location too: were they two threads, each would wipe out the
    /// other's steps. So they are one thread's, whose own copy of the other end the payload is, or which keeps that copy beside its position.
    /// </summary>
    private static bool IsOfOneOwner(Message message)
    {
        MemoryLocation publish = message.Publish.Location;
        MemoryLocation payload = message.Payload.Location;
        Member sender = message.Publish.Member;
        Member receiver = message.Use.Member;
        return sender != receiver && ((MovesOn(sender, publish) && MovesOn(receiver, publish) && StoresTo(receiver, payload)) ||
            (MovesOn(sender, payload) && MovesOn(receiver, payload) && StoresTo(receiver, publish)));
    }

    /// <summary>One side is done to an object that its member has to itself, the other by the members of the type, to any.</summary>
    private static bool AreTwoObjects(Message message, ProtocolContext context) => message.Publish.Member != message.Use.Member &&
        (SoleHolders.IsOfOneMember(message.Publish, context.World) || SoleHolders.IsOfOneMember(message.Use, context.World));

    private static bool MovesOn(Member member, MemoryLocation position) =>
        member.Accesses.Any(a => a.Event.Locks.IsEmpty && a.Location.MayAlias(position) && IsStep(a));

    private static bool StoresTo(Member member, MemoryLocation location) =>
        member.Accesses.Any(a => a.Event.Kind == EventKind.Store && a.Location.MayAlias(location));

    /// <summary>Stores what was computed from what the member read there before.</summary>
    private static bool IsStep(MemberEvent store) => store.Event is { Kind: EventKind.Store, Stored: Value.Derived { IsChoice: false } stored } &&
        stored.Sources().Any(s => s.Kind == EventKind.Load && s.Location?.Equals(store.Location) == true && s.Path!.IsOfSameObject(store.Event.Path!));

    /// <summary>
    /// What others compare-exchange from this very value is claimed for a while: a lease ends there, and not what was leased. What is made where it is missing
    /// is no claim.
    /// </summary>
    private static bool IsGivenBack(Message message, ProtocolContext context) => context.World.AccessesOf(message.Publish.Location).Any(
        a => a.Event is { Kind: EventKind.ReadModifyWrite, Comparand: Value.Constant free } && a.Member != message.Publish.Member &&
            !IsMaking(a.Event) && Conditions.AsNumber(free) == Conditions.AsNumber(message.Publish.Event.Stored));

    /// <summary>
    /// The atomic operations on a reference take it away (<c>Exchange(ref _x, null)</c>), which says something of two that may dispose of it, and of nobody
    /// who sets or uses it; or they make it where it is missing, which says that several ask for it, and nothing of a plain store.
    /// </summary>
    private static bool IsOnlyTaken(Message message, ProtocolContext context)
    {
        MemoryLocation location = message.Publish.Location;
        bool isPlain = message.Publish.Event is { Kind: EventKind.Store, IsMarked: false };
        return location.NamingSymbol is IFieldSymbol { Type.IsReferenceType: true, IsVolatile: false } &&
            !context.Options.GuardNames.Name(location.NamingSymbol) &&
            context.World.AccessesOf(location).Where(a => a.Event.IsMarked)
                .All(a => a.Event.Kind == EventKind.ReadModifyWrite && (IsTaking(a.Event) || (isPlain && IsMaking(a.Event))));
    }

    private static bool IsTaking(MemoryEvent exchange) => exchange.Comparand is null && Conditions.AsNumber(exchange.Stored) == 0;

    private static bool IsMaking(MemoryEvent exchange) => exchange is { Comparand: Value.Constant { Content: null }, Stored: not Value.Constant };

    /// <summary>
    /// The receiver is started after the store, or waits for the sender before it looks: starting and joining order everything (memory-model.md,
    /// section 2).
    /// </summary>
    private static bool IsHandedOver(Message message)
    {
        Member sender = message.Publish.Member;
        Member receiver = message.Use.Member;
        return sender.Graph.Events.Any(e => e.Kind == EventKind.Start && sender.Search.Reaches(message.Publish.Event.Node, e.Node)) ||
            receiver.Graph.Events
                .Any(e => (e.Kind == EventKind.Wait || e.Operation is IAwaitOperation) && receiver.Search.Reaches(e.Node, message.Guard.Load.Event.Node));
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

        return IsMadeBefore(message, context);
    }

    /// <summary>The receiver has asked for the payload before, and whoever finds none makes it: read again it is there, and whole.</summary>
    private static bool IsMadeBefore(Message message, ProtocolContext context) =>
        context.World.AccessesOf(message.Use.Location).Where(a => a.Event.Writes && !a.Member.Method.IsDisposal()).All(a => IsMaking(a.Event)) &&
        context.Guards.Of(message.Use.Member).Any(g => g.Load.Location.MayAlias(message.Use.Location) && g.Load.Event.Node < message.Use.Event.Node &&
            Conditions.IsNullTest(g.Branch.Condition!, g.Load.Event) && message.Use.Member.Search.Reaches(g.Load.Event.Node, message.Use.Event.Node));

    /// <summary>
    /// The receiver asks, of this read or of one before it, whether the payload is there at all; where it is not, it looks again or tells its caller so. Coming
    /// too early does no harm.
    /// </summary>
    public static bool ComesBackForPayload(this Message message, ProtocolContext context) => context.Guards.Of(message.Use.Member).Any(
        g => g.Load.Event.Kind == EventKind.Load && g.Load.Location.MayAlias(message.Use.Location) &&
            ((!g.Admits(new Value.Constant(null)) && Conditions.IsNullTest(g.Branch.Condition!, g.Load.Event) &&
                (g.Load == message.Use || IsFoundBy(g, message.Use)) && !g.IsRefusal && (TellsItsCaller(g.Member.Method) || LooksAgain(g))) ||
            (g.Load == message.Use && LooksAgainWithSender(g, message))));

    /// <summary>Used where the guard has found it, and otherwise only behind another look at it, or where this run has made it.</summary>
    private static bool IsFoundBy(Guard guard, MemberEvent use)
    {
        bool IsMet(GraphNode node) => node.Event is { Location: { } location } && location.Overlaps(use.Location);
        return guard.Covers(use.Event) || !guard.Member.Search.ReachableByBranch(guard.Branch, !guard.Outcome, IsMet)[use.Event.Node];
    }

    private static bool TellsItsCaller(IMethodSymbol method) => method is { ReturnsVoid: false, IsAsync: false };

    private static bool LooksAgain(Guard guard)
    {
        BitArray otherwise = guard.Member.Search.ReachableByBranch(guard.Branch, !guard.Outcome, static _ => false);
        return guard.Member.Accesses.Any(a => otherwise[a.Event.Node] && a.Event.Reads && a.Location.MayAlias(guard.Load.Location));
    }

    /// <summary>Where the test of the payload comes out the other way, the lock under which the payload is stored is taken, and it is tested again.</summary>
    private static bool LooksAgainWithSender(Guard guard, Message message) => guard.Member.Accesses.Any(
        a => guard.IsOpposite(a.Event) && a.Event.Reads && a.Location.MayAlias(guard.Load.Location) && a.Event.Locks.Excludes(message.Payload.Event.Locks));
}
