using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that are a volatile access or a barrier by the document itself (memory-model.md section 2). Old and new spellings alike; the stronger
/// <c>Thread.VolatileRead</c> of .NET Framework is not relied upon.
/// </summary>
internal static class VolatileMembers
{
    private const string Threading = "System.Threading";

    internal static readonly TypeRow[] Rows =
    {
        new TypeRow(Threading, "Volatile",
            new("Read", Effects.Load(MemoryAction.AcquireLoad, 0)),
            new("Write", Effects.Store(MemoryAction.ReleaseStore, 0, 1)),
            new("ReadBarrier", Effects.Fence(MemoryAction.ReadBarrier)),
            new("WriteBarrier", Effects.Fence(MemoryAction.WriteBarrier))).With(static e => e.With(MemberTraits.Variable)),
        new(Threading, "Thread",
            new("VolatileRead", Effects.Load(MemoryAction.AcquireLoad, 0)),
            new("VolatileWrite", Effects.Store(MemoryAction.ReleaseStore, 0, 1)),
            new("MemoryBarrier", Effects.Fence(MemoryAction.FullFence))),
    };
}
