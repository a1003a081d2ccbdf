using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>The views of one thread, as in view-based RC11.</summary>
internal sealed class ThreadMemory
{
    private Dictionary<int, View>? _releasedAt;

    public ThreadMemory(int thread)
    {
        Thread = thread;
    }

    public int Thread { get; }

    /// <summary>What the thread knows.</summary>
    public View Current { get; } = new();

    /// <summary>What plain loads have read and the next fence will learn.</summary>
    public View Acquired { get; } = new();

    /// <summary>
    /// What was released with the stores that this thread's stores came behind. A store is visible to all other threads at once ("Hardware considerations" in the
    /// document), so that coming behind it is as good as having read it, once a release or fence orders what follows.
    /// </summary>
    public View Overwritten { get; } = new();

    /// <summary>The part of it that a fence has put before all later stores.</summary>
    public View Placement { get; } = new();

    /// <summary>What the last fence released with all later plain stores; null when there was none.</summary>
    public View? Released { get; set; }

    /// <summary>Loads that have begun and may take their value later.</summary>
    public List<PendingLoad> Pending { get; } = [];

    /// <summary>Where the iteration of a loop began: see <see cref="Scheduling.SimulatedThread"/>.</summary>
    public long LoadsSeen { get; set; }

    /// <summary>What a plain store to a location carries: the last fence, and the release stores of this thread to the same location before it.</summary>
    public View? ReleasedWith(int location)
    {
        if (_releasedAt is null || !_releasedAt.TryGetValue(location, out var at))
        {
            return Released;
        }

        if (Released is null)
        {
            return at;
        }

        var joined = at.Snapshot();
        joined.Join(Released);
        return joined;
    }

    public void ReleaseAt(int location, View view) => (_releasedAt ??= [])[location] = view;
}
