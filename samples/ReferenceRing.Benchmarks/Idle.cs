using System.Threading;

namespace ReferenceRing.Benchmarks;

/// <summary>What everybody does here who finds a queue full or empty: spin a little, then leave the processor to another thread.</summary>
internal struct Idle
{
    private SpinWait _spin;

    public void Once() => _spin.SpinOnce(sleep1Threshold: -1);
}
