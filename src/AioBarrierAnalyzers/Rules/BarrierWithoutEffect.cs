using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Unshared;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Rules;

/// <summary>
/// AIO4002: an atomic or volatile operation on what nobody else can reach, or a volatile field reached through a reference, which is not volatile.
/// </summary>
internal sealed class BarrierWithoutEffect : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO4002_BarrierWithoutEffect;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (UnsharedTarget target in UnsharedTargets.Find(context.World))
        {
            string call = target.Call.TargetMethod.ContainingType.Name + "." + target.Call.TargetMethod.Name;
            string kind = target.IsPart ? "a copy of a structure" : target.Variable is IParameterSymbol ? "the copy of an argument" : "a local";
            yield return Make(target.Call.Syntax,
                target.Variable.Name, $"it is {kind} that no other thread can reach, so '{call}' keeps nobody out and nothing in order");
        }

        // One finding for each reference: the first use of it.
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (MemberEvent access in context.World.Own.Where(m => !m.IsConstruction).SelectMany(m => m.Accesses)
            .Where(a => IsPlainOnVolatile(a.Event) && context.IsOwn(a.Event)).OrderBy(a => a.Event.Operation.Syntax.SpanStart))
        {
            if (ReferenceIn(access.Event.Operation) is { } reference && seen.Add(reference))
            {
                yield return Make(
                    access.Event.Operation.Syntax,
                    access.Location.Name, $"the field is volatile, but a reference to it is not, so this {(access.Event.Reads ? "read" : "store")} is a " +
                    "plain one");
            }
        }
    }

    /// <summary>The field's own name would have made the access volatile: it goes through a reference.</summary>
    private static bool IsPlainOnVolatile(MemoryEvent access) =>
        access is { Kind: EventKind.Load or EventKind.Store, Action.IsPlain: true, IsMarked: false, IsBulk: false, Locks.IsEmpty: true } &&
        access.Location is { Kind: Accesses.LocationKind.Field, Symbol: IFieldSymbol { IsVolatile: true } };

    /// <summary>The ref local or ref parameter that an access goes through.</summary>
    private static ISymbol? ReferenceIn(IOperation access) => access.DescendantsAndSelf().Select(o => o switch
    {
        ILocalReferenceOperation { Local.RefKind: not RefKind.None } local => (ISymbol)local.Local,
        IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } parameter => parameter.Parameter,
        _ => null,
    }).FirstOrDefault(s => s is not null);

    private Finding Make(SyntaxNode at, string name, string why) =>
        new(Descriptor, at, new EditHint(nameof(EditKind.None), name), null, System.Array.Empty<SyntaxNode>(), name, why);
}
