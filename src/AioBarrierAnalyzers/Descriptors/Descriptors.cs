using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Descriptors;

/// <summary>One descriptor for each rule. A message says what is wrong here in terms of two threads; a description says why it breaks.</summary>
internal static class Descriptors
{
    private const string HelpRoot = "https://github.com/AioBarrierAnalyzers/AioBarrierAnalyzers/blob/main/docs/rules/";

    /// <summary>Store buffering: arguments are the store, the load, and what the other thread does.</summary>
    public static readonly DiagnosticDescriptor AIO1001_MissingFullFence = Create(
        RuleIds.MissingFullFence, Categories.Ordering, RuleLevel.Warning,
        "A store and a following check of another shared location need a full fence between them",
        "The store {0} can become visible after {1}: {2}",
        "Neither plain nor volatile accesses keep a store before a later load of another location: the store waits in the store buffer while the load is " +
        "already done. Two threads that each store and then check the other's location can both miss it, and a wakeup is lost. Only a full fence " +
        "(Interlocked.MemoryBarrier, or an Interlocked operation as the store) keeps the order, and both threads need one.");

    /// <summary>Message passing, writer: arguments are the publishing location, the payload, and what the other thread sees.</summary>
    public static readonly DiagnosticDescriptor AIO1002_PublishWithoutRelease = Create(
        RuleIds.PublishWithoutRelease, Categories.Ordering, RuleLevel.Warning,
        "A store that publishes data needs release semantics",
        "'{0}' is stored plainly after '{1}': {2}",
        "Plain stores may become visible in any order. The store that tells another thread that data is ready must be a release (Volatile.Write, or a " +
        "stronger operation), so that the data is visible no later than the store.");

    /// <summary>Message passing, order: arguments are the publishing location, the payload, and what the other thread sees.</summary>
    public static readonly DiagnosticDescriptor AIO1003_PublishBeforePayload = Create(
        RuleIds.PublishBeforePayload, Categories.Ordering, RuleLevel.Warning,
        "Data is stored after the store that publishes it",
        "'{0}' is {1}: {2}",
        "Another thread that sees the publishing store may use the data before it is written. No barrier repairs this: the publishing store must come last.");

    /// <summary>Message passing, reader: arguments are the guard, the payload, and what this thread can see.</summary>
    public static readonly DiagnosticDescriptor AIO1004_ConsumeWithoutAcquire = Create(
        RuleIds.ConsumeWithoutAcquire, Categories.Ordering, RuleLevel.Warning,
        "A load that guards data needs acquire semantics",
        "'{0}' is read plainly and then '{1}': {2}",
        "A load of the data may be done before the plain load of the index, flag or count that guards it. The guarding load must be an acquire " +
        "(Volatile.Read). A branch in between keeps no order among loads.");

    /// <summary>Message passing, reader's order: arguments are the payload, the guard, and what this thread can see.</summary>
    public static readonly DiagnosticDescriptor AIO1005_PayloadReadBeforeGuard = Create(
        RuleIds.PayloadReadBeforeGuard, Categories.Ordering, RuleLevel.Warning,
        "Data is read before the guard that says it is there",
        "'{0}' is read before '{1}', which guards it: {2}",
        "The value was taken before it was known to be valid, so the test of the guard says nothing about it. The data must be read after the guard.");

    /// <summary>Load buffering: arguments are the releasing location, the payload, and what the other thread does.</summary>
    public static readonly DiagnosticDescriptor AIO1006_SlotReleasedTooEarly = Create(
        RuleIds.SlotReleasedTooEarly, Categories.Ordering, RuleLevel.Warning,
        "A store that gives a slot back needs release semantics",
        "'{0}' is stored {1}: {2}",
        "A plain store of the head or slot state can become visible before the earlier accesses to the slot are done, and the producer then overwrites a " +
            "slot " +
        "that is still in use. The store must be a release (Volatile.Write).");

    /// <summary>Hoisting: arguments are the location and why nothing makes the loop see a new value.</summary>
    public static readonly DiagnosticDescriptor AIO1007_SpinOnPlain = Create(
        RuleIds.SpinOnPlain, Categories.Ordering, RuleLevel.Warning,
        "A loop waits for a plain location",
        "The loop waits for '{0}', which is read plainly: {1}",
        "Nothing in the loop makes the just-in-time compiler read the location again: it may read it once before the loop and spin for ever. The load must " +
            "be " +
        "a Volatile.Read.");

    /// <summary>Sequence lock: arguments are the version, the payload, and what can go wrong.</summary>
    public static readonly DiagnosticDescriptor AIO1008_SequenceLockWithoutFence = Create(
        RuleIds.SequenceLockWithoutFence, Categories.Ordering, RuleLevel.Warning,
        "A sequence lock needs a barrier between its data and its version",
        "'{0}' and '{1}' form a sequence lock without its barrier: {2}",
        "An acquire orders what follows it and a release what precedes it. The reader's second look at the version must be kept behind the reads of the " +
            "data, " +
        "and the writer's first store of the version before the stores of the data; that takes a barrier of its own (Volatile.ReadBarrier, " +
        "Volatile.WriteBarrier, or Interlocked.MemoryBarrier).");

    /// <summary>Claim: arguments are the flag and what two threads can do.</summary>
    public static readonly DiagnosticDescriptor AIO2001_CheckThenSet = Create(
        RuleIds.CheckThenSet, Categories.Atomicity, RuleLevel.Warning,
        "A flag that claims work is tested and then set in two steps",
        "'{0}' is tested and then set in a second step: {1}",
        "Another thread can pass the same test before the flag is set, so that both do the work; and where the flag is found set, nothing orders the " +
            "caller's " +
        "stores before the test, so that the work may run without them. Test and set must be one atomic operation (Interlocked.Exchange or CompareExchange). " +
        "Declaring the flag volatile does not help.");

    /// <summary>Clear: arguments are the flag and what another thread can do.</summary>
    public static readonly DiagnosticDescriptor AIO2002_TestThenClear = Create(
        RuleIds.TestThenClear, Categories.Atomicity, RuleLevel.Warning,
        "A flag that announces work is cleared too weakly or too late",
        "The clearing of '{0}' can lose work: {1}",
        "A thread that schedules work and still sees the flag set does nothing more. So the flag must be cleared, with a full fence, before the work is " +
            "looked " +
        "for; or there must be a second look after it was cleared.");

    /// <summary>Lost update: arguments are the location and whose store is lost.</summary>
    public static readonly DiagnosticDescriptor AIO2003_UpdateInPieces = Create(
        RuleIds.UpdateInPieces, Categories.Atomicity, RuleLevel.Warning,
        "A shared location is read, changed and stored in separate steps",
        "'{0}' is updated in two steps: {1}",
        "An increment, a compound assignment and x = x + 1 are a read and a store, volatile or not. What another thread stores in between is overwritten. " +
        "The update must be one atomic operation (Interlocked.Increment, Add, And, Or, or a compare-exchange loop), or all updates must be made under one " +
        "lock.");

    /// <summary>Overwritten update: arguments are the location and what is wiped out.</summary>
    public static readonly DiagnosticDescriptor AIO2004_PlainStoreBesideAtomic = Create(
        RuleIds.PlainStoreBesideAtomic, Categories.Atomicity, RuleLevel.Warning,
        "A plain store wipes out what atomic operations of other threads have done",
        "'{0}' is stored plainly, and others update it atomically: {1}",
        "An atomic operation protects its own read and store and nothing else. A store that rests on an earlier look at the location, or that ends a state " +
        "which another thread may change at the same time, undoes what was done in between. It must be an Interlocked.Exchange or CompareExchange itself.");

    /// <summary>Torn access: arguments are the location, its type, and what can be seen.</summary>
    public static readonly DiagnosticDescriptor AIO2005_TornAccess = Create(
        RuleIds.TornAccess, Categories.Atomicity, RuleLevel.Warning,
        "A value wider than a word is shared without exclusion",
        "'{0}' is a '{1}', which is read and stored in several pieces: {2}",
        "Reads and stores are atomic up to the size of a native int. A struct, a Guid, a decimal or a nullable value is copied word by word, and who reads " +
            "it while " +
        "another thread stores it may get half of the old value and half of the new. Exclude the two from each other, or publish an immutable object by " +
            "reference.");

    /// <summary>Compare-exchange without a snapshot: arguments are the location and what the exchange does not notice.</summary>
    public static readonly DiagnosticDescriptor AIO2006_ExchangeWithoutSnapshot = Create(
        RuleIds.ExchangeWithoutSnapshot, Categories.Atomicity, RuleLevel.Warning,
        "A compare-exchange compares with another read than the one that its new value rests on",
        "The compare-exchange of '{0}' does not rest on one snapshot: {1}",
        "A compare-exchange notices what happened since its comparand was read, and nothing before that. New value, test and comparand must all come from " +
            "the " +
        "same read, and a failed exchange must compute the new value again.");

    /// <summary>Read twice: arguments are the location, what was done to it before, and what another thread can do in between.</summary>
    public static readonly DiagnosticDescriptor AIO2007_ReadTwice = Create(
        RuleIds.ReadTwice, Categories.Atomicity, RuleLevel.Warning,
        "A shared location is tested and then read again",
        "'{0}' was {1} and is read again here: {2}",
        "A test says what one read has found, and nothing about the next read. Where another thread may store in between, the second read finds what the " +
            "test has " +
        "ruled out. Read the location once into a local, and test and use the local. An atomic operation gives what it has made of the location: use that.");

    /// <summary>
    /// Lock discipline: arguments are the location, what is done to it, the lock, why it is taken for the guard, and what another thread does.
    /// </summary>
    public static readonly DiagnosticDescriptor AIO3001_UnguardedAccess = Create(
        RuleIds.UnguardedAccess, Categories.Exclusion, RuleLevel.Warning,
        "A location that a lock guards is used without it",
        "'{0}' is {1} '{2}', {3}: {4}",
        "A lock keeps out only those who take it. One member that changes the location without the lock, or reads a collection that another one changes, " +
        "undoes the care of all the others: updates get lost, and collections break. Take the same lock here.");

    /// <summary>Split decision: arguments are the location, what look and act are not (one step), and what another thread does in between.</summary>
    public static readonly DiagnosticDescriptor AIO3002_SplitDecision = Create(
        RuleIds.SplitDecision, Categories.Exclusion, RuleLevel.Warning,
        "A decision is made outside the critical section that acts on it",
        "This decision by '{0}' and the act that rests on it are not {1}: {2}",
        "Between the look and the act the lock is free, and another thread can change what was seen. Look under the lock that is held for the act, or look " +
            "again there.");

    /// <summary>Torn step: arguments are the two locations, the lock, and the sibling that does it in one.</summary>
    public static readonly DiagnosticDescriptor AIO3003_TornStep = Create(
        RuleIds.TornStep, Categories.Exclusion, RuleLevel.Warning,
        "Changes that belong together are made in several critical sections",
        "'{0}' and '{1}' are not changed in one critical section of '{2}': {3}",
        "Elsewhere the two are changed in one critical section, and other members rely on it. Between the two sections another thread sees the one change " +
            "without the other.");

    /// <summary>Buffer swap: arguments are the field, what the other member stores, that member, and how it comes to the old buffer.</summary>
    public static readonly DiagnosticDescriptor AIO3004_BufferSwappedUnderUsers = Create(
        RuleIds.BufferSwappedUnderUsers, Categories.Exclusion, RuleLevel.Warning,
        "A buffer is copied and replaced while another thread still writes the old one",
        "The copy that replaces '{0}' can miss a store: {2} stores to '{1}' {3}, and the new buffer does not have it",
        "What is written to the old buffer after it was copied is lost with it. Whoever replaces a buffer must keep its writers out from the first read of " +
            "the " +
        "copy until the new buffer is in its place: by the lock that the writers take, too.");

    /// <summary>Exclusion: arguments are the lock, and the path on which it stays taken.</summary>
    public static readonly DiagnosticDescriptor AIO3005_LockNotReleased = Create(
        RuleIds.LockNotReleased, Categories.Exclusion, RuleLevel.Warning,
        "A lock is not released on every path",
        "'{0}' is taken here and not released on every path: {1}",
        "A path that leaves the member with the lock (an early return, an exception, a continue) leaves it taken for good, and every thread that wants it " +
            "waits " +
        "for ever. Release it in a finally, or use the lock statement. A wait with a timeout may end without the lock: then it must not be released.");

    /// <summary>Teardown: arguments are the resource, what still leads to it, and the other member.</summary>
    public static readonly DiagnosticDescriptor AIO3006_TornDownBeforeDisconnected = Create(
        RuleIds.TornDownBeforeDisconnected, Categories.Exclusion, RuleLevel.Warning,
        "A resource is given back while something still leads to it",
        "'{0}' is given back here while {1}: {2} can still use it",
        "Memory that was freed, unmapped or returned to a pool belongs to somebody else from that moment on. Whatever leads other threads to it must be " +
            "taken " +
        "away first, and those that are on the way must be waited for or kept out by a lock.");

    /// <summary>Set-up: arguments are what is set up too late, how others get hold of the object, and the other member.</summary>
    public static readonly DiagnosticDescriptor AIO3007_ReachableBeforeSetUp = Create(
        RuleIds.ReachableBeforeSetUp, Categories.Exclusion, RuleLevel.Warning,
        "An object can be reached by other threads before it is set up",
        "The object is {1} before '{0}' is {3}: {2} can use it half built",
        "From the moment at which an object is stored to a shared place, put into a table or handed to a thread or event, other threads use it as it is. Set " +
            "it up " +
        "first and make it known last; no barrier helps where the order is wrong.");

    /// <summary>Redundant fence: arguments are what does its work, and where that stands.</summary>
    public static readonly DiagnosticDescriptor AIO4001_RedundantFence = Create(
        RuleIds.RedundantFence, Categories.Hygiene, RuleLevel.Info,
        "A barrier stands next to one that does its work",
        "This barrier changes nothing: {0} right {1} it keeps everything in order that this one does, and on no path is memory read or written in between",
        "Interlocked operations are full fences, so a fence right before or behind one costs time and orders nothing. It also tells the reader that " +
        "something has to be ordered here, which is not so.");

    /// <summary>Barrier without effect: arguments are the variable or field, and why nothing is kept.</summary>
    public static readonly DiagnosticDescriptor AIO4002_BarrierWithoutEffect = Create(
        RuleIds.BarrierWithoutEffect, Categories.Hygiene, RuleLevel.Info,
        "An atomic or volatile operation has no effect",
        "The barrier at '{0}' does nothing: {1}",
        "Barriers and atomic operations are about memory that threads share. On a local or on a copy of a structure they do nothing for anybody, and what " +
            "was meant " +
        "is probably the original. And what is volatile is the field's name: through a ref local or ref parameter it is read and stored plainly.");

    /// <summary>Half of a pair: arguments are the location, and which half is missing.</summary>
    public static readonly DiagnosticDescriptor AIO4003_HalfOfAPair = Create(
        RuleIds.HalfOfAPair, Categories.Hygiene, RuleLevel.Info,
        "A location is released and never acquired, or acquired and never released",
        "'{0}' has only half of what it takes: {1}",
        "A release orders what comes before a store for whoever reads the value with an acquire, and an acquire is good for what was stored before a " +
            "release. " +
        "One without the other orders nothing between two threads: either the other half is missing, or this one is not needed.");

    /// <summary>Configuration: arguments are the key and what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor AIO9001_UnknownOption = Create(
        RuleIds.UnknownOption, Categories.Configuration, RuleLevel.Warning,
        "An option of the analyzers is not known or has a value that is not known",
        "The option '{0}' {1}",
        "The option was read from .editorconfig or a global analyzer configuration. What is not understood has no effect, and the default holds.");

    /// <summary>A lock that an attribute names and that is not there: arguments are the field, the name, and the type.</summary>
    public static readonly DiagnosticDescriptor AIO9002_UnknownGuard = Create(
        RuleIds.UnknownGuard, Categories.Configuration, RuleLevel.Warning,
        "An attribute names a lock that is not there",
        "[GuardedBy] on '{0}' names '{1}', and '{2}' has no field or property of that name: nothing is checked",
        "The attribute names the lock as a field or property of the type, of an outer type or of a base type; 'this' is the object itself.");

    /// <summary>All rules, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
        AIO1001_MissingFullFence,
        AIO1002_PublishWithoutRelease,
        AIO1003_PublishBeforePayload,
        AIO1004_ConsumeWithoutAcquire,
        AIO1005_PayloadReadBeforeGuard,
        AIO1006_SlotReleasedTooEarly,
        AIO1007_SpinOnPlain,
        AIO1008_SequenceLockWithoutFence,
        AIO2001_CheckThenSet,
        AIO2002_TestThenClear,
        AIO2003_UpdateInPieces,
        AIO2004_PlainStoreBesideAtomic,
        AIO2005_TornAccess,
        AIO2006_ExchangeWithoutSnapshot,
        AIO2007_ReadTwice,
        AIO3001_UnguardedAccess,
        AIO3002_SplitDecision,
        AIO3003_TornStep,
        AIO3004_BufferSwappedUnderUsers,
        AIO3005_LockNotReleased,
        AIO3006_TornDownBeforeDisconnected,
        AIO3007_ReachableBeforeSetUp,
        AIO4001_RedundantFence,
        AIO4002_BarrierWithoutEffect,
        AIO4003_HalfOfAPair,
        AIO9001_UnknownOption,
        AIO9002_UnknownGuard);

    private static DiagnosticDescriptor Create(
        string id, string category, RuleLevel level, string title, string message, string description) =>
#pragma warning disable RS0030 // The one place that makes descriptors.
        new(
            id,
            title,
            message,
            category,
            level == RuleLevel.Info ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            isEnabledByDefault: level != RuleLevel.OffByDefault,
            description,
            HelpRoot + id + ".md");
#pragma warning restore RS0030
}
