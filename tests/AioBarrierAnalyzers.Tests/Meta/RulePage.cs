using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The page of one rule.</summary>
internal sealed class RulePage(DiagnosticDescriptor rule)
{
    private readonly string _text = RepositoryFiles.Read(Rules.PagePath(rule));

    public string Text => _text;

    /// <summary>How every page begins.</summary>
    public static string ExpectedStart(DiagnosticDescriptor rule) => $"""
        # {rule.Id}: {rule.Title}

        | Category | Severity | On by default | Code fix |
        |---|---|---|---|
        | {rule.Category} | {rule.DefaultSeverity} | {Rules.IsOn(rule)} | {Rules.HasFix(rule)} |

        """.Replace("\r\n", "\n");

    /// <summary>The headings of the sections, in their order.</summary>
    public IReadOnlyList<string> Sections() => [.. Regex.Matches(_text, "^## (.+)$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value)];

    /// <summary>The C# in a section, block by block.</summary>
    public IReadOnlyList<string> Code(string section)
    {
        var start = _text.IndexOf($"\n## {section}\n", System.StringComparison.Ordinal);
        if (start < 0) return [];

        var end = _text.IndexOf("\n## ", start + 1, System.StringComparison.Ordinal);
        var body = end < 0 ? _text[start..] : _text[start..end];
        return [.. Regex.Matches(body, "^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(static match => match.Groups[1].Value)];
    }
}
