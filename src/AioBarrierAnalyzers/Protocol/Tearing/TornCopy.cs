using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>A read and a store of a value that is copied in several pieces, with nothing that keeps them apart.</summary>
internal sealed class TornCopy
{
    public TornCopy(MemberEvent load, MemberEvent store, ITypeSymbol type, bool isAtStore)
    {
        Load = load;
        Store = store;
        Type = type;
        IsAtStore = isAtStore;
    }

    public MemberEvent Load { get; }

    public MemberEvent Store { get; }

    public ITypeSymbol Type { get; }

    /// <summary>The read is in another type, or in one piece; the store is the place to speak of.</summary>
    public bool IsAtStore { get; }

    /// <summary>64 bits, which only processors of 32 bits tear.</summary>
    public bool IsLong => Accesses.WideValues.IsLong(Type);
}
