using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace AioBarrierAnalyzers.Tests.MemoryModel;

/// <summary>One abstract test of Litmus/tests.json (its README describes the operations) with the oracle's verdicts on it.</summary>
internal sealed class LitmusTest
{
    private LitmusTest(
        string name,
        IReadOnlyDictionary<string, int> initial,
        IReadOnlyList<IReadOnlyList<LitmusOperation>> threads,
        IReadOnlyList<LitmusCondition> weakOutcome,
        IReadOnlyDictionary<string, bool> allowed)
    {
        Name = name;
        Initial = initial;
        Threads = threads;
        WeakOutcome = weakOutcome;
        Allowed = allowed;
    }

    /// <summary>The shape and the ordering on each side: unique.</summary>
    public string Name { get; }

    public IReadOnlyDictionary<string, int> Initial { get; }

    public IReadOnlyList<IReadOnlyList<LitmusOperation>> Threads { get; }

    /// <summary>All of these hold in the outcome that is asked about.</summary>
    public IReadOnlyList<LitmusCondition> WeakOutcome { get; }

    /// <summary>For each model of the oracle that ran the test, whether it allows the outcome.</summary>
    public IReadOnlyDictionary<string, bool> Allowed { get; }

    public static IReadOnlyList<LitmusTest> All { get; } = Read();

    public override string ToString() => Name;

    private static IReadOnlyList<LitmusTest> Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "MemoryModel", "Litmus");
        var verdicts = File.ReadLines(Path.Combine(folder, "verdicts.csv"))
            .Skip(1)
            .Where(line => line.Length != 0)
            .Select(Cells)
            .ToLookup(cells => NameOf(cells[0], cells[1], cells[2]), cells => (Model: cells[3], IsAllowed: cells[4] == "allowed"));

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "tests.json")));
        return document.RootElement.EnumerateArray().Select(test =>
        {
            var name = NameOf(test.GetProperty("test").GetString()!, test.GetProperty("w").GetString()!, test.GetProperty("r").GetString()!);
            return new LitmusTest(
                name,
                test.GetProperty("init").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()),
                test.GetProperty("threads").EnumerateArray().Select(OperationsOf).ToList(),
                test.GetProperty("cond").GetString()!.Split("/\\").Select(LitmusCondition.Read).ToList(),
                verdicts[name].ToDictionary(v => v.Model, v => v.IsAllowed));
        }).ToList();
    }

    private static IReadOnlyList<LitmusOperation> OperationsOf(JsonElement thread) => [.. thread.EnumerateArray().Select(LitmusOperation.Read)];

    private static string NameOf(string test, string writer, string reader) => $"{test} | {writer} | {reader}";

    /// <summary>Splits a line of comma separated values; a quoted cell may hold commas.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = "";
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else cell += c;
        }

        cells.Add(cell);
        return [.. cells];
    }

    internal static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
