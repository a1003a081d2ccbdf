using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SeeTheBug;

/// <summary>What is said in the terminal.</summary>
internal sealed class Picture(bool colour)
{
    private const int CellsPerDecade = 5;
    private const int Decades = 6;
    private const int Width = CellsPerDecade * Decades;

    private const string Red = "\e[31m";
    private const string Green = "\e[32m";
    private const string Grey = "\e[90m";
    private const string Bold = "\e[1m";
    private const string Reset = "\e[0m";

    private static bool IsX86 => RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;

    public void Head()
    {
        Console.WriteLine($"{Environment.ProcessorCount} x {RuntimeInformation.ProcessArchitecture} processors, {RuntimeInformation.FrameworkDescription}.");
        Console.WriteLine("Rounds that go wrong, of a million. Each step of five cells is ten times as many; one cell: less than 2 of a million.");
        if (Environment.ProcessorCount == 1)
        {
            Console.WriteLine("With one processor, two threads do not run at the same time: most of this cannot be seen here.");
        }
    }

    public void Show(Scene scene, Tally broken, Tally right)
    {
        Title(scene.Title, scene.Cause);
        Line("broken", broken, Red);
        Line("right", right, Green);
        var remark = Remark(scene.Kind, broken, right);
        if (remark.Length != 0)
        {
            Console.WriteLine("  " + In(Grey, remark));
        }
    }

    public void ShowHang(bool broken, bool right)
    {
        Title("Loop that never ends (2003)", "'while (!flag)' on a plain field: the compiler reads it once");
        Console.WriteLine($"  broken  {(broken ? In(Red, "still waiting 2 s after the flag was set; ended by force") : "ended by itself this time")}");
        Console.WriteLine($"  right   {(right ? In(Red, "still waiting 2 s after the flag was set: not expected") : In(Green, "ended by itself"))}");
    }

    private static string Remark(BugKind kind, Tally broken, Tally right) => (kind, broken.Wrong, right.Wrong) switch
    {
        (_, _, > 0) => "The right variant went wrong: that is a bug of the reference ring, please report it.",
        (BugKind.Publication, 0, _) when IsX86 => "This processor keeps stores, and loads, in their order: here this bug never shows. On Arm it does.",
        (_, 0, _) => "Not seen this time; it can happen here. Give it more --seconds, or an idle machine.",
        _ => "",
    };

    private void Title(string title, string cause)
    {
        Console.WriteLine();
        Console.WriteLine(In(Bold, title));
        Console.WriteLine("  " + In(Grey, cause));
    }

    private void Line(string variant, Tally tally, string barColour)
    {
        var cells = tally.Wrong == 0 ? 0 : Math.Clamp((int)Math.Ceiling(Math.Log10(Math.Max(1, tally.PerMillion)) * CellsPerDecade), 1, Width);
        var bar = In(barColour, new string('█', cells)) + new string(' ', Width - cells);
        var count = tally.Wrong is > 0 && tally.PerMillion < 1 ? "< 1" : tally.PerMillion.ToString("N0", CultureInfo.InvariantCulture);
        var rounds = tally.Rounds.ToString("N0", CultureInfo.InvariantCulture);
        var wrong = tally.Wrong.ToString("N0", CultureInfo.InvariantCulture);
        Console.WriteLine($"  {variant,-6}  {bar} {count,9}   {In(Grey, $"{wrong} of {rounds} rounds")}");
    }

    private string In(string code, string text) => colour ? code + text + Reset : text;
}
