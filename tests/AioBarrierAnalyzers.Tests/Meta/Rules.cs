using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>What the documents have to say about each rule.</summary>
internal static class Rules
{
    private static readonly HashSet<string> Fixable = [.. new BarrierCodeFixProvider().FixableDiagnosticIds];

    public static IEnumerable<DiagnosticDescriptor> All => Descriptors.Descriptors.All;

    /// <summary>For theories.</summary>
    public static TheoryData<string> Ids
    {
        get
        {
            var ids = new TheoryData<string>();
            foreach (var rule in All) ids.Add(rule.Id);
            return ids;
        }
    }

    public static DiagnosticDescriptor Get(string id) => All.Single(rule => rule.Id == id);

    public static string PagePath(DiagnosticDescriptor rule) => $"docs/rules/{rule.Id}.md";

    public static string HasFix(DiagnosticDescriptor rule) => Fixable.Contains(rule.Id) ? "yes" : "no";

    public static string IsOn(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? "yes" : "no";
}
