using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Options;

/// <summary>Reads the values of one set of options and collects what is wrong with them on the way.</summary>
internal sealed class OptionReader
{
    private static readonly ImmutableHashSet<string> NoNames = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private readonly AnalyzerConfigOptions _options;
    private readonly ImmutableArray<OptionProblem>.Builder _problems = ImmutableArray.CreateBuilder<OptionProblem>();

    public OptionReader(AnalyzerConfigOptions options) => _options = options;

    /// <summary>What was wrong with the values read so far.</summary>
    public ImmutableArray<OptionProblem> Problems => _problems.ToImmutable();

    /// <summary>One of three words, in any case; the weakest where there is none or another one.</summary>
    public EvidenceLevel Evidence(string key)
    {
        if (Value(key) is not { } value) return EvidenceLevel.Any;

        switch (value.ToLowerInvariant())
        {
            case "any": return EvidenceLevel.Any;
            case "marked": return EvidenceLevel.Marked;
            case "declared": return EvidenceLevel.Declared;
            default:
                Report(key, value, $"has the value '{value}', which is not known, and its default 'any' holds; known are: any, marked, declared");
                return EvidenceLevel.Any;
        }
    }

    /// <summary>Names parted by commas; an entry that is not a name is left out.</summary>
    public ImmutableHashSet<string> Names(string key)
    {
        if (Value(key) is not { } value) return NoNames;

        var entries = value.Split(',').Select(static entry => entry.Trim()).Where(static entry => entry.Length > 0).ToList();
        var malformed = entries.Where(static entry => !IsName(entry)).ToList();
        if (malformed.Count > 0)
        {
            var listed = string.Join(", ", malformed.Select(static entry => $"'{entry}'"));
            Report(key, value, $"lists {listed}, which is left out; known are names of the form Name or Type.Name, parted by commas");
        }

        return NoNames.Union(entries.Where(IsName));
    }

    /// <summary>Reports every key with our prefix that is none of ours.</summary>
    public void UnknownKeys()
    {
        foreach (var key in Keys())
        {
            if (!key.StartsWith(OptionKeys.Prefix, StringComparison.OrdinalIgnoreCase)) continue;

            var lower = key.ToLowerInvariant();
            if (OptionKeys.All.Contains(lower)) continue;

            _options.TryGetValue(key, out var value);
            Report(lower, value ?? "", $"is not known and has no effect; the nearest known one is '{NearestKey.To(lower)}'");
        }
    }

    private static bool IsName(string entry)
    {
        var parts = entry.Split('.');
        return parts.Length <= 2 && parts.All(SyntaxFacts.IsValidIdentifier);
    }

    /// <summary>A host that cannot list its keys has none that we could call unknown.</summary>
    private IEnumerable<string> Keys()
    {
        try
        {
            return _options.Keys;
        }
        catch (NotImplementedException)
        {
            return Array.Empty<string>();
        }
    }

    /// <summary>Null where there is no value; "unset" is how .editorconfig takes one back.</summary>
    private string? Value(string key) =>
        _options.TryGetValue(key, out var value) && !value.Trim().Equals("unset", StringComparison.OrdinalIgnoreCase) ? value.Trim() : null;

    private void Report(string key, string value, string explanation) => _problems.Add(new OptionProblem(key, value, explanation));
}
