using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>What scenarios say must hold in every execution.</summary>
public static class Check
{
    /// <summary>Fails the execution unless the condition holds.</summary>
    public static void That(bool condition, string message)
    {
        if (!condition) throw new ScenarioViolationException(message);
    }

    /// <summary>Fails the execution unless the values are equal.</summary>
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ScenarioViolationException($"{what}: expected {expected}, was {actual}.");
        }
    }
}
