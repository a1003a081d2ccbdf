using System;
using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>A small concurrent use of a program, that is run again and again.</summary>
public sealed class Scenario
{
    private readonly Func<ScenarioRun> _setUp;

    /// <summary>Makes a scenario of delegates over a rewritten program.</summary>
    /// <param name="name">For reports.</param>
    /// <param name="program">The program that the delegates call.</param>
    /// <param name="setUp">Sets up one execution.</param>
    public Scenario(string name, SimulatedProgram program, Func<ScenarioRun> setUp)
        : this(name, program, setUp, new ScenarioAttribute())
    {
    }

    internal Scenario(string name, SimulatedProgram program, Func<ScenarioRun> setUp, ScenarioAttribute wishes)
    {
        Name = name;
        Program = program;
        _setUp = setUp;
        Wishes = wishes;
        RaceChecked = wishes.RaceChecked.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>For reports.</summary>
    public string Name { get; }

    /// <summary>The program it uses.</summary>
    public SimulatedProgram Program { get; }

    /// <summary>Fields that must not be raced for.</summary>
    public IReadOnlyList<string> RaceChecked { get; }

    internal ScenarioAttribute Wishes { get; }

    internal ScenarioRun SetUp() => _setUp();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
