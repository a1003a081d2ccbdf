using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace AioBarrierAnalyzers.Explorer.Reporting;

/// <summary>An execution as a table, one column for each thread, time going down.</summary>
public sealed class Interleaving
{
    private const int MaxColumnWidth = 72;

    internal Interleaving(IReadOnlyList<string> threads, IReadOnlyList<Step> steps, string outcome)
    {
        Threads = threads;
        Steps = steps;
        Outcome = outcome;
    }

    /// <summary>The names of the threads.</summary>
    public IReadOnlyList<string> Threads { get; }

    /// <summary>What they did, in the order in which they ran.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>How it ended.</summary>
    public string Outcome { get; }

    /// <summary>The table.</summary>
    public override string ToString()
    {
        var cells = Steps.Select(step => (step.Thread, Lines: CellOf(step).ToList())).ToList();
        var widths = Threads.Select((name, i) => cells.Where(c => c.Thread == i).SelectMany(c => c.Lines).Append(name).Max(line => line.Length)).ToList();
        var table = new StringBuilder();
        Row(table, widths, Threads);
        table.Append(string.Join("-|-", widths.Select(w => new string('-', w)))).Append('\n');
        foreach (var (thread, lines) in cells)
        {
            foreach (var line in lines)
            {
                Row(table, widths, Enumerable.Range(0, Threads.Count).Select(i => i == thread ? line : ""));
            }
        }

        return table.Append(Outcome).ToString();
    }

    private static IEnumerable<string> CellOf(Step step)
    {
        var line = step.Site is null ? step.Text : $"{step.Site.Line,4}: {step.Text}";
        yield return Cut(line);
        if (step.Note is not null)
        {
            yield return Cut("      ^ " + step.Note);
        }
    }

    private static string Cut(string text) => text.Length <= MaxColumnWidth ? text : text[..(MaxColumnWidth - 3)] + "...";

    private static void Row(StringBuilder table, List<int> widths, IEnumerable<string> cells) =>
        table.Append(string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()).Append('\n');
}
