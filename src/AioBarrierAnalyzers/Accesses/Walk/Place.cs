using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Where an expression stores or loads: memory, a local of the walk, or somewhere that does not matter.</summary>
internal readonly struct Place
{
    private Place(AccessPath? path, ISymbol? local, bool isVolatile, bool isFixed)
    {
        Path = path;
        Local = local;
        IsVolatile = isVolatile;
        IsFixed = isFixed;
    }

    public static Place None => default;

    public AccessPath? Path { get; }

    /// <summary>A local or parameter whose value the walk follows.</summary>
    public ISymbol? Local { get; }

    /// <summary>A volatile field, reached by its name and not through a reference.</summary>
    public bool IsVolatile { get; }

    /// <summary>Never stored after construction.</summary>
    public bool IsFixed { get; }

    public static Place Memory(AccessPath path, bool isVolatile = false, bool isFixed = false) => new(path, null, isVolatile, isFixed);

    public static Place OfLocal(ISymbol local) => new(null, local, false, false);
}
