using System.Collections.Generic;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>Why it is believed that threads meet at a location (architecture.md, Evidence). Without evidence there is no finding.</summary>
internal sealed class Evidence
{
    private readonly World _world;
    private readonly BarrierOptions _options;
    private readonly Dictionary<MemoryLocation, EvidenceKinds> _known = new();

    public Evidence(World world, BarrierOptions options)
    {
        _world = world;
        _options = options;
    }

    /// <summary>All that speaks for several threads at a location.</summary>
    public EvidenceKinds Of(MemoryLocation location)
    {
        if (!_known.TryGetValue(location, out EvidenceKinds kinds))
            _known.Add(location, kinds = Find(location));
        return kinds;
    }

    public bool IsMarked(MemoryLocation location) => (Of(location) & EvidenceKinds.Marked) != 0;

    private EvidenceKinds Find(MemoryLocation location)
    {
        var kinds = EvidenceKinds.None;
        bool started = false;
        bool elsewhere = false;
        foreach (MemberEvent access in _world.AccessesOf(location))
        {
            if (access.Event.IsMarked)
                kinds |= EvidenceKinds.Marked;
            if (!access.Event.Locks.IsEmpty && access.Event.Writes)
                kinds |= EvidenceKinds.Locked;
            if (access.HasItsObjectToItself())
                continue;
            if (access.Member.Kind == MemberKind.Started)
                started = true;
            else
                elsewhere = true;
        }

        if (started && elsewhere)
            kinds |= EvidenceKinds.Role;
        if (_options.GuardNames.Name(location.NamingSymbol) ||
            location.NamingSymbol is { } symbol && (DeclaredGuard.Has(symbol) || DeclaredGuard.IsThreadSafe(symbol.ContainingType)))
        {
            kinds |= EvidenceKinds.Declared;
        }

        if (location.ThroughPointer)
            kinds |= EvidenceKinds.External;
        if (location.NamingSymbol is IFieldSymbol { IsVolatile: true })
            kinds |= EvidenceKinds.Marked;
        return kinds;
    }
}
