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
    private const string ScenarioFolder = "tests/AioBarrierAnalyzers.Validation/Scenarios";

    private Subsystem(string name, params string[] files)
    {
        Name = name;
        Files = files;
    }

    /// <summary>As in docs/reference-ring.md. What one uses of another is that one's own to judge.</summary>
    public static IReadOnlyList<Subsystem> All { get; } =
    [
        new("Ring", "AioRing.cs", "MappedRing.cs", "MappedRingReader.cs", "SpscRing.cs"),
        new("RetryPath", "RetryQueue.cs", "RetryRequest.cs"),
        new("WaitQueue", "IoRequest.cs", "KioContext.cs", "WaitQueue.cs", "Waiter.cs"),
        new("Migration", "MigratableRing.cs", "PagePool.cs", "RingPage.cs", "RingTable.cs"),
        new("BottomHalves", "AioContext.cs", "BottomHalf.cs"),
    ];

    /// <summary>Files that share nothing between threads: there is nothing to mutate in them.</summary>
    public static IReadOnlyList<string> Unshared { get; } = ["AioRingHeader.cs", "Deadline.cs", "IoEvent.cs", "MigrationResult.cs", "RingPositions.cs"];

    /// <summary>All sources of the reference, by file name, unchanged.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } =
        RepositoryFiles.Sources(ReferenceFolder).ToDictionary(path => Path.GetFileName(path), RepositoryFiles.Read);

    public string Name { get; }

    /// <summary>The files whose mutants these scenarios judge.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The reference with the scenarios of this system, ready to run.</summary>
    /// <param name="sources">The sources of the reference, or of a mutant of it.</param>
    public SimulatedProgram Program(IReadOnlyDictionary<string, string> sources) => SimulatedProgram.FromSource(
        sources.Select(source => (source.Key, source.Value)).OrderBy(source => source.Key, StringComparer.Ordinal)
            .Concat(RepositoryFiles.Sources($"{ScenarioFolder}/{Name}").Select(path => (Path.GetFileName(path), RepositoryFiles.Read(path)))));

    public override string ToString() => Name;
}
