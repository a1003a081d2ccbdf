using System.Collections.Immutable;

namespace AioBarrierAnalyzers.Rules;

/// <summary>The protocol rules. Where two say something of the same place, the one that comes first is heard.</summary>
internal static class RuleCatalog
{
    public static readonly ImmutableArray<IProtocolRule> All = ImmutableArray.Create<IProtocolRule>(
        new SpinOnPlain(),
        new SequenceLockWithoutFence(),
        new PublishBeforePayload(),
        new ReachableBeforeSetUp(),
        new TornDownBeforeDisconnected(),
        new BufferSwappedUnderUsers(),
        new CheckThenSet(),
        new PlainStoreBesideAtomic(),
        new TestThenClear(),
        new ExchangeWithoutSnapshot(),
        new UpdateInPieces(),
        new ReadTwice(),
        new TornAccess(),
        new MissingFullFence(),
        new PublishWithoutRelease(),
        new SlotReleasedTooEarly(),
        new PayloadReadBeforeGuard(),
        new ConsumeWithoutAcquire(),
        new SplitDecision(),
        new UnguardedAccess(),
        new TornStep(),
        new UnknownGuard(),
        new LockNotReleased(),
        new RedundantFence(),
        new BarrierWithoutEffect(),
        new HalfOfAPair());
}
