using System.Collections.Generic;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Tearing;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2005: a value wider than a word, or on a processor of 32 bits of 64 bits, is shared without exclusion (2003, the copied event).</summary>
internal sealed class TornAccess : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2005_TornAccess;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        var told = new HashSet<ISymbol?>(SymbolEqualityComparer.Default);
        foreach (TornCopy copy in TornCopies.Find(context))
        {
            told.Add(copy.Store.Location.NamingSymbol);
            yield return Report(copy.IsAtStore ? copy.Store : copy.Load, copy.IsAtStore ? copy.Load : copy.Store, copy, context);
        }

        foreach ((MemberEvent store, IPropertySymbol property) in ShownValues.Find(context))
        {
            if (context.IsOwn(store.Event) && told.Add(property))
                yield return Report(store, property, context);
        }
    }

    private Finding Report(MemberEvent store, IPropertySymbol property, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(store),
        new EditHint(nameof(EditKind.None), property.Name),
        null,
        new[] { property.DeclaringSyntaxReferences[0].GetSyntax() },
        property.Name,
        property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        "whoever asks for it can read it half stored");

    private Finding Report(MemberEvent at, MemberEvent other, TornCopy copy, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(at),
        new EditHint(copy.IsLong ? nameof(EditKind.WholeAccess) : nameof(EditKind.None), at.Location.Name),
        null,
        new[] { other.Event.Operation.Syntax },
        at.Location.Name,
        copy.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        copy.IsAtStore
            ? $"{ProtocolContext.Describe(other)} can read it half stored"
            : $"{ProtocolContext.Describe(other)} can be half done with storing it, and the read gives a mixture of two values");
}
