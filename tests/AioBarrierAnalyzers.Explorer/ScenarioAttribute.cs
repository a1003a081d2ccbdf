using System;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>
/// A class that is a scenario: its constructor sets up, methods marked <see cref="SimulatedThreadAttribute"/> run at the same time, then the method marked
/// <see cref="InvariantAttribute"/>. One instance for each execution.
/// </summary>
/// <remarks>
/// The fields of the scenario itself are the observer's notes: they are not simulated, all threads see them at once. What is under test goes into other classes.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScenarioAttribute : Attribute
{
    /// <summary>Data that must not be raced for: "Type.Field" or "Field", separated by commas.</summary>
    public string RaceChecked { get; set; } = "";

    /// <summary>Waits with a timeout may end by it at any time, not only when nothing else can happen.</summary>
    public bool EarlyTimeouts { get; set; }

    /// <summary>Loads whose value is not used at once may take it later: what a store before a load needs to be found in the reader.</summary>
    public bool DelayedReads { get; set; }
}
