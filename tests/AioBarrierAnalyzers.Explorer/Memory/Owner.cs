using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>An object (or array, or the unmanaged memory as a whole) that has locations: a location is known by its owner and its offset in it.</summary>
internal sealed class Owner
{
    private readonly Dictionary<nint, Location> _locations = [];
    private readonly List<View?> _published = [];

    public Owner(int creation, int creator)
    {
        Creation = creation;
        Creator = creator;
    }

    /// <summary>The pseudo-location that stands for its creation in views; -1 when it was there before the threads began.</summary>
    public int Creation { get; }

    /// <summary>The thread that created it, or -1.</summary>
    public int Creator { get; }

    public bool IsCreatedWhileRunning => Creation >= 0;

    /// <summary>Whether its reference has been stored where another thread could find it. Until then nobody else can get in between.</summary>
    public bool IsShared { get; set; }

    public Location? Find(nint offset) => _locations.GetValueOrDefault(offset);

    public void Add(nint offset, Location location) => _locations.Add(offset, location);

    /// <summary>What a thread knows of the locations in here because of the reference it came by; null when no more than of anything else.</summary>
    public View? PublishedTo(int thread) => thread < _published.Count ? _published[thread] : null;

    /// <summary>A thread has loaded the reference from a message that knew this view.</summary>
    public void PublishTo(int thread, View view)
    {
        while (_published.Count <= thread)
        {
            _published.Add(null);
        }

        if (_published[thread] is { } known)
        {
            if (known.Includes(view)) return;

            // Never changed in place: it may be the view of a message.
            var joined = known.Snapshot();
            joined.Join(view);
            _published[thread] = joined;
        }
        else
        {
            _published[thread] = view;
        }
    }
}
