using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO9002: an attribute that should say which lock guards a location names none.</summary>
internal sealed class UnknownGuard : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO9002_UnknownGuard;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (ISymbol member in context.World.Type.WithNested().SelectMany(t => t.GetMembers()))
        {
            if (!DeclaredGuard.Has(member) || DeclaredGuard.LockOf(member) is not null ||
                DeclaredGuard.AttributeOn(member)?.ApplicationSyntaxReference is not { } reference)
            {
                continue;
            }

            yield return new Finding(
                Descriptor, reference.GetSyntax(), new EditHint(nameof(EditKind.None), member.Name), null, System.Array.Empty<SyntaxNode>(),
                member.Name, DeclaredGuard.NameOn(member)!, member.ContainingType.Name);
        }
    }
}
