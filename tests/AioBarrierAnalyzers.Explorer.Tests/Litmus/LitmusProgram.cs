using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace AioBarrierAnalyzers.Explorer.Tests.Litmus;

/// <summary>Abstract tests as C# programs, one scenario each, that fail exactly in the weak outcome.</summary>
internal static class LitmusProgram
{
    /// <summary>All tests as one program, so that it is compiled once.</summary>
    public static string Source(IEnumerable<(LitmusTest Test, int Number)> tests)
    {
        var source = new StringBuilder("using System.Threading;\nusing AioBarrierAnalyzers.Explorer;\n");
        foreach (var (test, number) in tests)
        {
            Append(source, test, number);
        }

        return source.ToString();
    }

    public static string ScenarioName(int number) => $"Litmus{number:000}";

    private static void Append(StringBuilder source, LitmusTest test, int number)
    {
        source.Append($"sealed class Memory{number} {{ {string.Concat(test.Initial.Select(v => $"public int {v.Key} = {v.Value}; "))} }}\n");
        source.Append($"[Scenario] sealed class {ScenarioName(number)} {{\n private readonly Memory{number} _m = new();\n");
        for (var thread = 0; thread < test.Threads.Count; thread++)
        {
            var registers = test.Threads[thread].Select(RegisterOf).Where(r => r >= 0).Distinct().ToList();
            source.Append(string.Concat(registers.Select(r => $" private int t{thread}r{r} = -1;\n")));
            source.Append($" [SimulatedThread] void Thread{thread}() {{\n");
            foreach (var operation in test.Threads[thread])
            {
                source.Append("  ").Append(Statement(operation)).Append('\n');
            }

            source.Append(string.Concat(registers.Select(r => $"  t{thread}r{r} = r{r};\n"))).Append(" }\n");
        }

        source.Append($" [Invariant] void Holds() => Check.That(!({Condition(test.WeakOutcome)}), \"the weak outcome\");\n}}\n");
    }

    private static int RegisterOf(JsonElement operation) => operation[0].GetString() is "R" or "RD" or "X" or "CASF" ? operation[1].GetInt32() : -1;

    private static string Statement(JsonElement operation)
    {
        string At(int i) => operation[i].ToString();
        bool IsVolatile(int i) => At(i) == "v";
        return At(0) switch
        {
            "W" => IsVolatile(3) ? $"Volatile.Write(ref _m.{At(1)}, {At(2)});" : $"_m.{At(1)} = {At(2)};",
            "WR" => IsVolatile(3) ? $"Volatile.Write(ref _m.{At(1)}, r{At(2)});" : $"_m.{At(1)} = r{At(2)};",
            "R" => IsVolatile(3) ? $"int r{At(1)} = Volatile.Read(ref _m.{At(2)});" : $"int r{At(1)} = _m.{At(2)};",
            "RD" => $"int r{At(1)} = _m.{At(2)};",
            "X" => $"int r{At(1)} = Interlocked.Exchange(ref _m.{At(2)}, {At(3)});",
            "CASF" => $"int r{At(1)} = Interlocked.CompareExchange(ref _m.{At(2)}, 9, 8);",
            "F" => "Interlocked.MemoryBarrier();",
            "C" => $"if (r{At(1)} != {At(2)}) return;",
            _ => throw new JsonException($"'{At(0)}' is not an operation."),
        };
    }

    private static string Condition(string outcome) => string.Join(" && ", outcome.Split("/\\").Select(part =>
    {
        var sides = part.Trim().Split('=');
        return sides[0].Contains(':') ? $"t{sides[0].Replace(":", "", System.StringComparison.Ordinal)} == {sides[1]}" : $"_m.{sides[0]} == {sides[1]}";
    }));
}
