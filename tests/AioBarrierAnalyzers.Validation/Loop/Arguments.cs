using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AioBarrierAnalyzers.Validation.Mutation;
using AioBarrierAnalyzers.Validation.Reference;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>
/// Mutants that do the right thing, each with the argument why: equivalent-mutants.txt. A line that ends with a colon names a mutant; the lines below it, up to
/// an empty one, say why it, and those named right above it, are no mistakes.
/// </summary>
internal static class Arguments
{
    private const string File = "tests/AioBarrierAnalyzers.Validation/equivalent-mutants.txt";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_all = new(Read);

    /// <summary>By the name of the mutant.</summary>
    public static IReadOnlyDictionary<string, string> All => s_all.Value;

    public static bool IsArgued(Mutant mutant) => All.ContainsKey(mutant.Name);

    private static Dictionary<string, string> Read()
    {
        var arguments = new Dictionary<string, string>();
        foreach (var paragraph in RepositoryFiles.Read(File).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').ToList();
            var names = lines.TakeWhile(line => line.EndsWith(':')).Select(line => line[..^1]).ToList();
            var argument = string.Join(' ', lines.Skip(names.Count));
            if (lines.Count == 0) continue;
            if (names.Count == 0 || argument.Length == 0) throw new InvalidDataException($"{File}: no mutant, or no argument: {paragraph}");

            foreach (var name in names) arguments.Add(name, argument);
        }

        return arguments;
    }
}
