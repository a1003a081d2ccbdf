using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Writes the expression by which code can take a lock.</summary>
internal static class LockExpressions
{
    /// <summary>The lock as an expression that is good at a place; null where <c>lock</c> cannot take it, or it cannot be reached from there.</summary>
    public static string? At(SyntaxNode place, MemoryLocation @lock, ProtocolContext context)
    {
        if (@lock.Kind != LocationKind.Field || @lock.Owner is not null || @lock.Symbol is not { } symbol || !IsLockable(symbol))
            return null;

        // By its bare name: the place must be code of the type that has it, and of an object where it belongs to one.
        TypeDeclarationSyntax? type = place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        bool isInside = type is not null && symbol.ContainingType.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == type.SyntaxTree && r.Span.Contains(type.Span));
        if (!isInside || (!symbol.IsStatic && !symbol.ContainingType.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == type!.SyntaxTree && r.Span == type.Span)))
            return null;
        bool isInStatic = place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member && member.Modifiers.Any(SyntaxKind.StaticKeyword);
        bool isHidden = place.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().Any(
            n => n is ParameterSyntax parameter && parameter.Identifier.ValueText == symbol.Name || n is VariableDeclaratorSyntax local && local.Identifier.ValueText == symbol.Name) == true;
        return isHidden || (isInStatic && !symbol.IsStatic) || !context.IsOwn(place) ? null : symbol.Name;
    }

    /// <summary>A reference to an object of no special kind, or a <c>Lock</c>.</summary>
    private static bool IsLockable(ISymbol symbol) =>
        ((symbol as IFieldSymbol)?.Type ?? (symbol as IPropertySymbol)?.Type) is { IsReferenceType: true } type &&
        type.Name is not ("ReaderWriterLockSlim" or "ReaderWriterLock" or "SemaphoreSlim" or "Semaphore" or "Mutex");
}
