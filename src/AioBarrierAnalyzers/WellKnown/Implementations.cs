using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Whether a method is, or overrides, the implementation of a library interface's method.</summary>
internal static class Implementations
{
    /// <summary>Whether <paramref name="method"/> implements <c>System[.child].interface.name</c>, implicitly, explicitly or as an override.</summary>
    internal static bool Implements(IMethodSymbol method, string name, string @interface, string? child = null)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (current.ExplicitInterfaceImplementations.Any(m => m.Name == name && NameMatch.IsType(m.ContainingType, @interface, child))) return true;
            if (current.Name == name && ImplementsImplicitly(current, name, @interface, child)) return true;
        }

        return false;
    }

    /// <summary>The method by which a type does what <c>System[.child].interface.name</c> asks for; null where it does not implement that.</summary>
    internal static IMethodSymbol? In(ITypeSymbol type, string name, string @interface, string? child = null)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (NameMatch.IsType(candidate, @interface, child) && candidate.GetMembers(name).FirstOrDefault() is { } member)
                return type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
        }

        return null;
    }

    private static bool ImplementsImplicitly(IMethodSymbol method, string name, string @interface, string? child)
    {
        if (method.ContainingType is not { } type) return false;
        foreach (var candidate in type.AllInterfaces)
        {
            if (!NameMatch.IsType(candidate, @interface, child)) continue;
            foreach (var member in candidate.GetMembers(name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)) return true;
            }
        }

        return false;
    }
}
