namespace AioBarrierAnalyzers.Descriptors;

/// <summary>The ids of the rules; the thousands digit is the category. An id is never used again for another rule.</summary>
internal static class RuleIds
{
    public const string MissingFullFence = "AIO1001";
    public const string PublishWithoutRelease = "AIO1002";
    public const string PublishBeforePayload = "AIO1003";
    public const string ConsumeWithoutAcquire = "AIO1004";
    public const string PayloadReadBeforeGuard = "AIO1005";
    public const string SlotReleasedTooEarly = "AIO1006";
    public const string SpinOnPlain = "AIO1007";
    public const string SequenceLockWithoutFence = "AIO1008";
    public const string CheckThenSet = "AIO2001";
    public const string TestThenClear = "AIO2002";
    public const string UpdateInPieces = "AIO2003";
    public const string PlainStoreBesideAtomic = "AIO2004";
    public const string TornAccess = "AIO2005";
    public const string ExchangeWithoutSnapshot = "AIO2006";
    public const string ReadTwice = "AIO2007";
    public const string UnguardedAccess = "AIO3001";
    public const string SplitDecision = "AIO3002";
    public const string TornStep = "AIO3003";
    public const string BufferSwappedUnderUsers = "AIO3004";
    public const string LockNotReleased = "AIO3005";
    public const string TornDownBeforeDisconnected = "AIO3006";
    public const string ReachableBeforeSetUp = "AIO3007";
    public const string RedundantFence = "AIO4001";
    public const string BarrierWithoutEffect = "AIO4002";
    public const string HalfOfAPair = "AIO4003";
    public const string UnknownOption = "AIO9001";
    public const string UnknownGuard = "AIO9002";
}
