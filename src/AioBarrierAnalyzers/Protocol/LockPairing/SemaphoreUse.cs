using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Tells a semaphore that serves as a lock: it is made with one permit wherever the type makes it. All others count or signal. Asked only of what is known to
/// be a semaphore; the places where it is made are found by name, which spares binding the whole type.
/// </summary>
internal sealed class SemaphoreUse
{
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, bool> _known = new();

    public SemaphoreUse(INamedTypeSymbol type, CancellationToken cancellation)
    {
        _type = type;
        _cancellation = cancellation;
    }

    public bool IsLock(IOperation semaphore)
    {
        while (semaphore is IConversionOperation conversion)
            semaphore = conversion.Operand;
        (string name, INamedTypeSymbol owner) = semaphore switch
        {
            IFieldReferenceOperation field => (field.Field.Name, field.Field.ContainingType),
            IPropertyReferenceOperation property => (property.Property.Name, property.Property.ContainingType),
            _ => (string.Empty, _type),
        };
        string key = owner.Name + "." + name;
        if (!_known.TryGetValue(key, out bool isLock))
            _known.Add(key, isLock = HasOnePermit(name, owner));
        return isLock;
    }

    private bool HasOnePermit(string name, INamedTypeSymbol owner)
    {
        while (owner.ContainingType is { } outer)
            owner = outer;
        var own = new List<bool>();
        var others = new List<bool>();
        foreach (SyntaxReference reference in owner.OriginalDefinition.DeclaringSyntaxReferences)
        {
            foreach (BaseObjectCreationExpressionSyntax creation in NamedTokens.In(reference.GetSyntax(_cancellation), "new", _cancellation)
                .Select(t => t.Parent).OfType<BaseObjectCreationExpressionSyntax>())
            {
                (string? target, string? type) = TargetOf(creation);
                if (type is not "SemaphoreSlim" && (type is not null || target != name || name.Length == 0))
                    continue;
                bool isOne = creation.ArgumentList is { Arguments: { Count: > 0 } arguments } &&
                    arguments[0].Expression is LiteralExpressionSyntax { Token.Value: 1 };
                (target == name ? own : others).Add(isOne);
            }
        }

        return own.Count > 0 ? own.All(o => o) : others.Count > 0 && others.All(o => o);
    }

    /// <summary>What an object is stored in, and its type as the source spells it.</summary>
    private static (string? Target, string? Type) TargetOf(BaseObjectCreationExpressionSyntax creation)
    {
        string? type = creation is ObjectCreationExpressionSyntax { Type: var named } ? LastName(named) : null;
        switch (creation.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator }:
                return (declarator.Identifier.ValueText, type ?? LastName(declaration.Type));
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return (property.Identifier.ValueText, type ?? LastName(property.Type));
            case AssignmentExpressionSyntax assignment:
                string? target = assignment.Left switch
                {
                    IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                    MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
                    _ => null,
                };
                return (target, type);
            default:
                return (null, type);
        }
    }

    private static string LastName(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => type.ToString(),
    };
}
