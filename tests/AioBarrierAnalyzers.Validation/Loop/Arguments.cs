using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AioBarrierAnalyzers.Validation.Mutation;
using AioBarrierAnalyzers.Validation.Reference;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>
/// What is said of mutants one by one, in a file. A line that ends with a colon names a mutant; the lines below it, up to an empty one, are about it and those named
/// right above it.
/// </summary>
internal sealed class Arguments
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _all;

    private Arguments(string file) => _all = new(() => Read($"tests/AioBarrierAnalyzers.Validation/{file}"));

    /// <summary>Mutants that do the right thing, and why.</summary>
    public static Arguments Equivalent { get; } = new("equivalent-mutants.txt");

    /// <summary>Mutants that are killed and that the analyzer does not report, and why.</summary>
    public static Arguments Unreported { get; } = new("unreported-mutants.txt");

    /// <summary>Mutants that are reported and that no fix heals, and why.</summary>
    public static Arguments Unhealed { get; } = new("unhealed-mutants.txt");

    /// <summary>By the name of the mutant.</summary>
    public IReadOnlyDictionary<string, string> All => _all.Value;

    public bool Has(Mutant mutant) => All.ContainsKey(mutant.Name);

    private static Dictionary<string, string> Read(string file)
    {
        var arguments = new Dictionary<string, string>();
        foreach (var paragraph in RepositoryFiles.Read(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').ToList();
            var names = lines.TakeWhile(line => line.EndsWith(':')).Select(line => line[..^1]).ToList();
            var argument = string.Join(' ', lines.Skip(names.Count));
            if (lines.Count == 0) continue;
            if (names.Count == 0 || argument.Length == 0) throw new InvalidDataException($"{file}: no mutant, or no argument: {paragraph}");

            foreach (var name in names) arguments.Add(name, argument);
        }

        return arguments;
    }
}
