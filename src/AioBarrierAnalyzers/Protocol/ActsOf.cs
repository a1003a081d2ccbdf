using System.Collections;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Finds the acts in a part of a graph.</summary>
internal static class ActsOf
{
    public static Acts Region(EventGraph graph, BitArray region)
    {
        var acts = Acts.None;
        foreach (MemoryEvent @event in graph.Events)
        {
            if (region[@event.Node])
                acts |= Event(@event);
        }

        return acts;
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
