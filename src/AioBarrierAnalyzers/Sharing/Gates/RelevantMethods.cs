using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The methods of a type that are bound.</summary>
internal sealed class RelevantMethods
{
    public RelevantMethods(IReadOnlyList<IMethodSymbol> methods, HashSet<string> enteredElsewhere)
    {
        Methods = methods;
        EnteredElsewhere = enteredElsewhere;
    }

    public IReadOnlyList<IMethodSymbol> Methods { get; }

    /// <summary>Names of helpers that are also called, with no lock held, by methods that are not bound.</summary>
    public HashSet<string> EnteredElsewhere { get; }
}
