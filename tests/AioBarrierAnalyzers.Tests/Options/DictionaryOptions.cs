using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Tests.Options;

/// <summary>Options as a file would give them.</summary>
internal sealed class DictionaryOptions : AnalyzerConfigOptions
{
    private readonly Dictionary<string, string> _values = new(KeyComparer);

    public DictionaryOptions(params (string Key, string Value)[] values)
    {
        foreach (var (key, value) in values) _values.Add(key, value);
    }

    public override IEnumerable<string> Keys => _values.Keys;

    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
}
