using System;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>Something that must hold in every execution did not. Thrown by <see cref="Check"/>.</summary>
public sealed class ScenarioViolationException : Exception
{
    /// <summary>Says what did not hold.</summary>
    public ScenarioViolationException(string message)
        : base(message)
    {
    }
}
