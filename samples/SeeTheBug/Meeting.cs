using System.Threading;

namespace SeeTheBug;

/// <summary>Two threads that wait for each other, spinning, so that they go on at the same moment.</summary>
internal sealed class Meeting
{
    private int _arrived;

    public void Arrive()
    {
        var mine = Interlocked.Increment(ref _arrived);
        var last = mine + (mine & 1);
        for (var spins = 0; Volatile.Read(ref _arrived) - last < 0; spins++)
        {
            // Somebody else may have the other processor.
            if (spins > 1000)
            {
                Thread.Yield();
            }
        }
    }
}
