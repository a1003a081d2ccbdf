using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Finds what a virtual or interface call runs on an object of a known type.</summary>
internal static class Overrides
{
    public static IMethodSymbol? Find(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && Implements(candidate, method))
                    return candidate.IsAbstract ? null : candidate;
            }
        }

        return null;
    }

    private static bool Implements(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (IMethodSymbol? at = candidate; at is not null; at = at.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }
}
