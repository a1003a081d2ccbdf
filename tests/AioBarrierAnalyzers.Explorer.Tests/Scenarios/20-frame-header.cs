using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A frame is begun while another thread looks whether it was given up.</summary>
[Scenario]
sealed class BeginAndUnblock
{
    private sealed class Log { public readonly long[] Words = new long[12]; }

    private readonly Log _log = new();

    [SimulatedThread]
    void Begins() => new FrameStamper(_log.Words, 1, 1).Begin(0, 32, 1);

    [SimulatedThread]
    void Unblocks() => new FrameUnblocker(_log.Words).TryUnblock(0, 12);
}
