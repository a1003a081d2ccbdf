using System.Collections;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>Finds the acts in a part of a graph.</summary>
internal static class ActsOf
{
    public static Acts Region(EventGraph graph, BitArray region)
    {
        var acts = Acts.None;
        foreach (MemoryEvent @event in graph.Events)
        {
            if (region[@event.Node] && !IsMutex(graph, @event))
                acts |= Event(@event);
        }

        return acts;
    }

    /// <summary>A semaphore that one member both takes and gives back is a lock, and no signal.</summary>
    private static bool IsMutex(EventGraph graph, MemoryEvent @event)
    {
        if (@event.Kind is not (EventKind.Wait or EventKind.Wake) || @event.Path is null)
            return false;
        EventKind other = @event.Kind == EventKind.Wait ? EventKind.Wake : EventKind.Wait;
        foreach (MemoryEvent each in graph.Events)
        {
            if (each.Kind == other && each.Path?.Equals(@event.Path) == true)
                return true;
        }

        return false;
    }

    public static Acts Event(MemoryEvent @event) => @event.Kind switch
    {
        EventKind.Wake => Acts.Wake,
        EventKind.Start => Acts.Start,
        EventKind.Wait => Acts.Wait,
        EventKind.Invoke => Acts.Invoke,
        _ => Acts.None,
    };
}
