using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace AioBarrierAnalyzers.Explorer.Tests.Litmus;

/// <summary>One abstract test of the oracle (the README beside tests.json describes it) with the verdicts on its weak outcome.</summary>
/// <param name="Name">The shape, and the ordering on each side.</param>
/// <param name="Initial">The values that the locations begin with.</param>
/// <param name="Threads">The operations of each thread.</param>
/// <param name="WeakOutcome">The outcome that is asked about.</param>
/// <param name="Allowed">For each model that ran it, whether it allows that.</param>
public sealed record LitmusTest(
    string Name,
    IReadOnlyDictionary<string, int> Initial,
    IReadOnlyList<IReadOnlyList<JsonElement>> Threads,
    string WeakOutcome,
    IReadOnlyDictionary<string, bool> Allowed)
{
    public static IReadOnlyList<LitmusTest> All { get; } = Read();

    public string Shape => Name.Split(" | ")[0];

    private static IReadOnlyList<LitmusTest> Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Litmus");
        var verdicts = File.ReadLines(Path.Combine(folder, "verdicts.csv"))
            .Skip(1)
            .Where(line => line.Length != 0)
            .Select(Cells)
            .ToLookup(cells => NameOf(cells[0], cells[1], cells[2]), cells => (Model: cells[3], IsAllowed: cells[4] == "allowed"));
        var tests = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "tests.json"))).RootElement.EnumerateArray();
        return [.. tests.Select(test =>
        {
            var name = NameOf(test.GetProperty("test").GetString()!, test.GetProperty("w").GetString()!, test.GetProperty("r").GetString()!);
            return new LitmusTest(
                name,
                test.GetProperty("init").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()),
                [.. test.GetProperty("threads").EnumerateArray().Select(t => t.EnumerateArray().ToList())],
                test.GetProperty("cond").GetString()!,
                verdicts[name].ToDictionary(v => v.Model, v => v.IsAllowed));
        })];
    }

    private static string NameOf(string test, string writer, string reader) => $"{test} | {writer} | {reader}";

    /// <summary>The cells of a line; a quoted one may hold commas.</summary>
    private static string[] Cells(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(',', StringSplitOptions.RemoveEmptyEntries))];
}
