using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>
/// The bits of a word that atomic operations set and clear, each for itself: who sets one relies on it to stay until he clears it. A store of the whole word
/// takes those of all others along (the flags of a submission ring, where one side says that it sleeps and the other one that its list has run over).
/// </summary>
internal sealed class BitChanges
{
    private readonly IReadOnlyList<MemberEvent> _updates;

    public BitChanges(IReadOnlyList<MemberEvent> updates) => _updates = updates;

    /// <summary>Another member sets bits that it also clears by themselves; the store clears them, and further ones that are set elsewhere.</summary>
    public bool IsWipedOut(MemberEvent store, MemberEvent change) =>
        change.Member != store.Member && Conditions.AsNumber(store.Event.Stored) is { } stored && SetBy(change) is > 0 and var bits && (stored & bits) == 0 &&
        _updates.Any(u => u.Member == change.Member && ClearedBy(u) == bits) && _updates.Any(u => SetBy(u) is > 0 and var further && (further & bits) == 0);

    private static long SetBy(MemberEvent update) =>
        update.Event is { Effect: var effect, Operation: IInvocationOperation { TargetMethod.Name: "Or" } } && effect.Is(MemberTraits.Variable)
            ? Conditions.AsNumber(update.Event.Stored) ?? 0
            : 0;

    private static long ClearedBy(MemberEvent update) =>
        update.Event is { Effect: var effect, Operation: IInvocationOperation { TargetMethod.Name: "And" } } && effect.Is(MemberTraits.Variable)
            ? ~(Conditions.AsNumber(update.Event.Stored) ?? -1)
            : 0;
}
