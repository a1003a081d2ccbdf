using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Which of the members that code fixes want exist in a compilation and can be used from it; by symbol and never by target framework (memory-model.md
/// section 6).
/// </summary>
internal sealed class AvailableMembers
{
    private readonly Compilation _compilation;

    internal AvailableMembers(Compilation compilation)
    {
        _compilation = compilation;
        ReadBarrier = HasThreading("Volatile", "ReadBarrier");
        WriteBarrier = HasThreading("Volatile", "WriteBarrier");
        Volatile = HasThreading("Volatile", "Read") && HasThreading("Volatile", "Write");
        InterlockedMemoryBarrier = HasThreading("Interlocked", "MemoryBarrier");
        InterlockedAndOr = HasThreading("Interlocked", "And") && HasThreading("Interlocked", "Or");
        GenericExchange = HasMethod("Interlocked", "Exchange", IsUnconstrained) && HasMethod("Interlocked", "CompareExchange", IsUnconstrained);
    }

    /// <summary>Whether there is <c>Volatile.ReadBarrier</c> (.NET 10).</summary>
    internal bool ReadBarrier { get; }

    /// <summary>Whether there is <c>Volatile.WriteBarrier</c> (.NET 10).</summary>
    internal bool WriteBarrier { get; }

    /// <summary>Whether there are <c>Volatile.Read</c> and <c>Volatile.Write</c>.</summary>
    internal bool Volatile { get; }

    /// <summary>Whether there is <c>Interlocked.MemoryBarrier</c>; without it <c>Thread.MemoryBarrier</c> does.</summary>
    internal bool InterlockedMemoryBarrier { get; }

    /// <summary>Whether there are <c>Interlocked.And</c> and <c>Or</c> (.NET 5).</summary>
    internal bool InterlockedAndOr { get; }

    /// <summary>Whether <c>Interlocked.Exchange&lt;T&gt;</c> and <c>CompareExchange&lt;T&gt;</c> take bool, char and enumerations (.NET 9).</summary>
    internal bool GenericExchange { get; }

    /// <summary>Whether an accessible type of this namespace has an accessible member of this name.</summary>
    internal bool Has(string space, string type, string member) => Find(space, type).Any(t => t.GetMembers(member).Any(IsAccessible));

    /// <summary>Whether both exchanges take a reference to this type.</summary>
    internal bool ExchangeTakes(ITypeSymbol type) =>
        HasMethod("Interlocked", "Exchange", m => Takes(m, type)) && HasMethod("Interlocked", "CompareExchange", m => Takes(m, type));

    /// <summary>Whether increment, decrement and add take a reference to this type.</summary>
    internal bool IncrementTakes(ITypeSymbol type) =>
        HasMethod("Interlocked", "Increment", m => Takes(m, type)) && HasMethod("Interlocked", "Decrement", m => Takes(m, type))
        && HasMethod("Interlocked", "Add", m => Takes(m, type));

    /// <summary>Whether both volatile accesses take a reference to this type.</summary>
    internal bool VolatileTakes(ITypeSymbol type) =>
        HasMethod("Volatile", "Read", m => Takes(m, type)) && HasMethod("Volatile", "Write", m => Takes(m, type));

    private static bool IsUnconstrained(IMethodSymbol method) => method.Arity == 1 && !method.TypeParameters[0].HasReferenceTypeConstraint;

    private static bool Takes(IMethodSymbol method, ITypeSymbol type)
    {
        if (method.Parameters.Length == 0) return false;

        var location = method.Parameters[0].Type;
        if (location.TypeKind != TypeKind.TypeParameter) return SymbolEqualityComparer.Default.Equals(location, type);
        return IsUnconstrained(method) ? IsExchangeable(type) : type.IsReferenceType;
    }

    // The unconstrained overloads throw for anything else (memory-model.md section 6).
    private static bool IsExchangeable(ITypeSymbol type) => type.IsReferenceType || type.TypeKind == TypeKind.Enum || type.SpecialType
        is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16
        or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private bool HasThreading(string type, string member) => Has("System.Threading", type, member);

    private bool HasMethod(string type, string name, Func<IMethodSymbol, bool> when) =>
        Find("System.Threading", type).Any(t => t.GetMembers(name).OfType<IMethodSymbol>().Any(m => IsAccessible(m) && when(m)));

    private bool IsAccessible(ISymbol symbol) => _compilation.IsSymbolAccessibleWithin(symbol, _compilation.Assembly);

    private INamedTypeSymbol[] Find(string space, string type)
    {
        var current = _compilation.GlobalNamespace;
        foreach (var part in space.Split('.'))
        {
            if (current.GetNamespaceMembers().FirstOrDefault(n => n.Name == part) is not { } child) return Array.Empty<INamedTypeSymbol>();
            current = child;
        }

        return current.GetTypeMembers(type).Where(IsAccessible).ToArray();
    }
}
