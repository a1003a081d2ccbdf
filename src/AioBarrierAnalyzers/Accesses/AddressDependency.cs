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
}
