using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Rules;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Analyzers;

/// <summary>
/// The host of the rules that judge a type's protocol. A type is judged as a whole, with its nested types and parts, from a symbol action:
/// its findings are live in the editor, and a type that the gate turns away costs a few searches of its text.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BarrierAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleCatalog.All
        .Select(r => r.Descriptor).OrderBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var scope = new CompilationScope(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSymbolAction(symbol => Judge(symbol, scope), SymbolKind.NamedType);
        });
    }

    private static void Judge(SymbolAnalysisContext context, CompilationScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.ContainingType is not null || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return;
        if (!scope.MayMatter(type, context.CancellationToken))
            return;

        World world = scope.WorldOf(type, context.CancellationToken);
        if (world.Own.Count == 0 && world.Locking.Methods.Count == 0 && world.Fencing.Count == 0)
            return;
        BarrierOptions options = scope.OptionsOf(type);
        var protocol = new ProtocolContext(world, options);
        var lines = new HashSet<(SyntaxTree, int)>();
        foreach (IProtocolRule rule in RuleCatalog.All)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            List<Finding> findings = rule.Examine(protocol).OrderBy(f => f.Primary.SpanStart).ToList();
            protocol.Findings.AddRange(findings);
            foreach (Finding finding in findings)
            {
                // One finding a line: the same access often breaks several rules at once, and one repair serves them all.
                Location location = finding.Primary.GetLocation();
                if (finding.HasEnoughEvidence(protocol, options.RequiredEvidence) &&
                    lines.Add((finding.Primary.SyntaxTree, location.GetLineSpan().StartLinePosition.Line)))
                {
                    context.ReportDiagnostic(ToDiagnostic(finding, location));
                }
            }
        }
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
