using System.Linq;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Accesses whose address comes from a load: .NET keeps the two in order (memory-model.md, data-dependent reads).</summary>
internal static class AddressDependency
{
    /// <summary>The access goes through a reference that the load gave.</summary>
    public static bool DependsByAddress(this MemoryEvent access, MemoryEvent load)
    {
        for (Value? at = access.Path?.Base; at is not null;)
        {
            switch (at)
            {
                case Value.Loaded loaded:
                    if (loaded.Event == load)
                        return true;
                    at = loaded.Event.Path?.Base;
                    break;
                case Value.Held held:
                    at = held.Path.Base;
                    break;
                case Value.Address address:
                    at = address.Path.Base;
                    break;
                case Value.Derived derived:
                    return derived.Sources().Contains(load);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The access is to an element, or to a part of one, whose position comes from the load.</summary>
    public static bool IsPlacedBy(this MemoryEvent access, MemoryEvent load)
    {
        for (AccessPath? at = access.Path; at is not null; at = (at.Base as Value.Address)?.Path)
        {
            if (at.Index?.Sources().Contains(load) == true)
                return true;
        }

        return false;
    }
}
