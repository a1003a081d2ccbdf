using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Rules;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Analyzers;

/// <summary>Hears all rules on the types of one compilation, on each type once; safe to use from several threads.</summary>
internal sealed class Judge
{
    private readonly CompilationScope _scope;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<Diagnostic>> _ofParts = new(SymbolEqualityComparer.Default);

    public Judge(CompilationScope scope) => _scope = scope;

    /// <summary>The findings on an outermost type, in all its files.</summary>
    public ImmutableArray<Diagnostic> FindingsOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        // Each file of a type asks; most types have one.
        if (type.DeclaringSyntaxReferences.Length == 1)
            return Hear(type, cancellation);
        return _ofParts.TryGetValue(type, out ImmutableArray<Diagnostic> known) ? known : _ofParts.GetOrAdd(type, Hear(type, cancellation));
    }

    private ImmutableArray<Diagnostic> Hear(INamedTypeSymbol type, CancellationToken cancellation)
    {
        World world = _scope.WorldOf(type, cancellation);
        if (world.Own.Count == 0 && world.Locking.Methods.Count == 0 && world.Fencing.Count == 0)
            return ImmutableArray<Diagnostic>.Empty;
        BarrierOptions options = _scope.OptionsOf(type);
        var protocol = new ProtocolContext(world, options);
        var lines = new HashSet<(SyntaxTree, int)>();
        ImmutableArray<Diagnostic>.Builder heard = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (IProtocolRule rule in RuleCatalog.All)
        {
            cancellation.ThrowIfCancellationRequested();
            List<Finding> findings = rule.Examine(protocol).ToList();
            if (findings.Count == 0)
                continue;
            protocol.Findings.AddRange(findings);
            foreach (Finding finding in findings.OrderBy(f => f.Primary.SpanStart))
            {
                // One finding a line: the same access often breaks several rules at once, and one repair serves them all.
                Location location = finding.Primary.GetLocation();
                if (finding.HasEnoughEvidence(protocol, options.RequiredEvidence) &&
                    lines.Add((finding.Primary.SyntaxTree, location.GetLineSpan().StartLinePosition.Line)))
                {
                    heard.Add(ToDiagnostic(finding, location));
                }
            }
        }

        return heard.ToImmutable();
    }

    private static Diagnostic ToDiagnostic(Finding finding, Location location)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties.Add(FindingProperties.Edit, finding.Edit.Kind);
        properties.Add(FindingProperties.Location, finding.Edit.Location);
        var additional = new List<Location>();
        if (finding.Anchor is { } anchor)
        {
            properties.Add(FindingProperties.Anchor, "true");
            additional.Add(anchor.GetLocation());
            if (finding.Step is { } step)
            {
                properties.Add(FindingProperties.Step, "true");
                additional.Add(step.First.GetLocation());
                additional.Add(step.Last.GetLocation());
            }
        }

        additional.AddRange(finding.Partners.Select(p => p.GetLocation()));
        return Diagnostic.Create(finding.Rule, location, additional, properties.ToImmutable(), finding.Arguments);
    }
}
