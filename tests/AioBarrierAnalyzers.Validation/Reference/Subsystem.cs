using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AioBarrierAnalyzers.Explorer;

namespace AioBarrierAnalyzers.Validation.Reference;

/// <summary>One of the systems of the reference: the code of one bug report, and the scenarios that judge it (a folder of its name in Scenarios).</summary>
internal sealed class Subsystem
{
    private const string ReferenceFolder = "samples/ReferenceRing";
    private const string Summary = "/// <summary>";
    private const string ScenarioFolder = "tests/AioBarrierAnalyzers.Validation/Scenarios";

    private Subsystem(string name, string[] files, string[] uses)
    {
        Name = name;
        Files = files;
        Uses = uses;
    }

    /// <summary>As in docs/reference-ring.md. What one uses of another is that one's own to judge.</summary>
    public static IReadOnlyList<Subsystem> All { get; } =
    [
        new("Ring", ["AioRing.cs", "MappedRing.cs", "MappedRingReader.cs", "SpscRing.cs"], ["AioRingHeader.cs", "IoEvent.cs", "RingPositions.cs"]),
        new("RetryPath", ["RetryQueue.cs", "RetryRequest.cs"], []),
        new(
            "WaitQueue",
            ["IoRequest.cs", "KioContext.cs", "WaitQueue.cs", "Waiter.cs"],
            ["AioRing.cs", "AioRingHeader.cs", "Deadline.cs", "IoEvent.cs", "RingPositions.cs", "SpscRing.cs"]),
        new("Migration", ["MigratableRing.cs", "PagePool.cs", "RingPage.cs", "RingTable.cs"], ["IoEvent.cs", "MigrationResult.cs"]),
        new("BottomHalves", ["AioContext.cs", "BottomHalf.cs"], ["Deadline.cs"]),
    ];

    /// <summary>Files that share nothing between threads: there is nothing to mutate in them.</summary>
    public static IReadOnlyList<string> Unshared { get; } = ["AioRingHeader.cs", "Deadline.cs", "IoEvent.cs", "MigrationResult.cs", "RingPositions.cs"];

    /// <summary>All sources of the reference, by file name, unchanged.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } =
        RepositoryFiles.Sources(ReferenceFolder).ToDictionary(path => Path.GetFileName(path), RepositoryFiles.Read);

    public string Name { get; }

    /// <summary>The files whose mutants these scenarios judge.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What they need besides.</summary>
    public IReadOnlyList<string> Uses { get; }

    /// <summary>This system with its scenarios, ready to run.</summary>
    /// <param name="sources">The sources of the reference, or of a mutant of it.</param>
    public SimulatedProgram Program(IReadOnlyDictionary<string, string> sources) => SimulatedProgram.FromSource(
        Files.Concat(Uses).Select(file => (file, sources[file]))
            .Concat(RepositoryFiles.Sources($"{ScenarioFolder}/{Name}").Select(path => (Path.GetFileName(path), RepositoryFiles.Read(path)))));

    /// <summary>What a scenario asks for: the summary of its class.</summary>
    public string PromiseOf(string scenario) => RepositoryFiles.Read($"{ScenarioFolder}/{Name}/{scenario}.cs").Split('\n')
        .Single(line => line.StartsWith(Summary, StringComparison.Ordinal))[Summary.Length..].Replace("</summary>", "", StringComparison.Ordinal);

    public override string ToString() => Name;
}
