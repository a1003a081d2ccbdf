using System;

namespace AioBarrierAnalyzers.Options;

/// <summary>One thing that is wrong in the configuration. Two are the same when key and value are.</summary>
internal readonly struct OptionProblem : IEquatable<OptionProblem>
{
    public OptionProblem(string key, string value, string explanation)
    {
        Key = key;
        Value = value;
        Explanation = explanation;
    }

    /// <summary>The key, in lower case.</summary>
    public string Key { get; }

    /// <summary>The whole value, as it was read.</summary>
    public string Value { get; }

    /// <summary>What is wrong and what holds instead: the rest of a sentence that starts with "The option 'key' ".</summary>
    public string Explanation { get; }

    /// <inheritdoc/>
    public bool Equals(OptionProblem other) => Key == other.Key && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionProblem other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Key) * 31) + StringComparer.Ordinal.GetHashCode(Value));
}
