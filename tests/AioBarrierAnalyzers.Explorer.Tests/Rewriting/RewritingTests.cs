using System;
using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Rewriting;

/// <summary>A rewritten program does what the source says: each form, run by one thread, must come to what C# comes to.</summary>
public class RewritingTests
{
    private const string Cells = """
        struct Pair { public int Left; public byte Right; public int[] Inner; }
        class Cell
        {
            public int Value;
            public byte Small;
            public string Text;
            public Pair Pair;
            public Pair[] Pairs = new Pair[3];
            public Cell Next;
            public volatile bool Flag;
            public static int s_count = 40;
            public static readonly List<string> s_names = new() { "a" };
            public int Property { get; set; } = 5;
            public int ReadOnly { get; }
            public static int Shared { get; set; } = 7;
            public Cell() { ReadOnly = 9; }
            public ref int At(int i) => ref Pairs[i].Left;
            public static void Add(ref int to, int what) => to += what;
            public void Out(out int value) => value = 3;
            public bool Try(out int value) { value = 4; return true; }
        }
        """;

    [Theory]
    [InlineData("c.Value = 2; c.Value += 3; c.Value++; return c.Value--;", 6)]
    [InlineData("return ++c.Value + c.Value++ + c.Value;", 4)]
    [InlineData("c.Small = 250; c.Small += 10; return c.Small;", 4)]
    [InlineData("int calls = 0; Cell Get() { calls++; return c; } Get().Value += 2; Get().Value++; Get().Next ??= new Cell(); return calls * 10 + c.Value;", 33)]
    [InlineData("int calls = 0; int I() { calls++; return 1; } c.Pairs[I()].Left += 4; c.Pairs[I()].Right++; return calls * 100 + c.Pairs[1].Left + c.Pairs[1].Right;", 205)]
    [InlineData("c.Pair = new Pair { Left = 3, Right = 4 }; var copy = c.Pair; c.Pair.Left = 9; return copy.Left * 10 + copy.Right + c.Pair.Left;", 43)]
    [InlineData("c.Pairs[2].Inner = new[] { 1, 2 }; c.Pairs[2].Inner[1] *= 5; return c.Pairs[2].Inner[1];", 10)]
    [InlineData("ref int left = ref c.Pairs[0].Left; left = 4; left++; return c.Pairs[0].Left;", 5)]
    [InlineData("ref Pair pair = ref c.Pairs[1]; pair.Left = 4; pair.Right = 2; return c.Pairs[1].Left + pair.Right;", 6)]
    [InlineData("c.At(1) = 8; c.At(1) += 2; Cell.Add(ref c.At(1), 5); Cell.Add(ref c.Value, 1); int local = 1; Cell.Add(ref local, 3); return c.At(1) + c.Value + local;", 20)]
    [InlineData("ref int either = ref c.Value == 0 ? ref c.At(0) : ref c.At(1); either = 6; return c.Pairs[0].Left;", 6)]
    [InlineData("if (c.Try(out c.Value)) return c.Value; return 0;", 4)]
    [InlineData("Cell.s_count++; Cell.Shared += 2; return Cell.s_count + Cell.Shared + Cell.s_names.Count;", 51)]
    [InlineData("c.Property += 4; c.Property++; return c.Property + c.ReadOnly;", 19)]
    [InlineData("c.Text += \"ab\"; c.Text ??= \"no\"; return c.Text.Length + (c.Next?.Value ?? 7);", 9)]
    [InlineData("c.Next = new Cell { Value = 3, Property = 2 }; return c.Next?.Next == null ? c.Next.Value + c.Next.Property : 0;", 5)]
    [InlineData("(c.Value, c.Next) = (6, c); return c.Next.Value;", 6)]
    [InlineData("c.Flag = true; int n = 0; while (c.Flag) { n++; if (n == 3) c.Flag = false; } return n;", 3)]
    [InlineData("int sum = 0; foreach (var p in c.Pairs) sum++; for (int i = 0; i < c.Pairs.Length; i++) { c.Pairs[i].Left = i; sum += c.Pairs[i].Left; } return sum;", 6)]
    [InlineData("try { throw new InvalidOperationException(); } catch (InvalidOperationException e) when (e != null) { return 1; } finally { c.Value = 1; }", 1)]
    [InlineData("Action add = () => c.Value += 2; add(); add(); return c.Value;", 4)]
    [InlineData("return Interlocked.Increment(ref c.Value) + Interlocked.Add(ref c.Pairs[1].Left, 4) + Interlocked.Exchange(ref c.Value, 9) + c.Value;", 15)]
    [InlineData("return Interlocked.CompareExchange(ref c.Next, c, null) == null && c.Next == c ? 1 : 0;", 1)]
    [InlineData("unsafe { int* p = stackalloc int[3]; p[1] = 4; *p = 2; p[1]++; return p[0] + p[1]; }", 7)]
    [InlineData("return $\"{c.Value:D2}{(c.Flag ? 1 : 2)}\".Length;", 3)]
    [InlineData("lock (c) { c.Value = 5; } return c.Value switch { 5 when c.Property == 5 => 1, _ => 0 };", 1)]
    public void MeansWhatItMeant(string body, int expected) => Explored.Lives($$"""
        {{Cells}}
        [Scenario]
        sealed class OneThread
        {
            [SimulatedThread] void Only() => Check.Equal({{expected}}, Body(new Cell()), "the result");
            static int Body(Cell c) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("await System.Threading.Tasks.Task.Yield();", "an asynchronous method", "async ")]
    [InlineData("unsafe { fixed (int* p = _numbers) { *p = 1; } }", "a pointer into an object", "")]
    [InlineData("object random = new Random(1);", "an object of System.Random", "")]
    [InlineData("System.IO.File.Delete(\"x\");", "System.IO.File.Delete", "")]
    [InlineData("int n = 0; Action a = () => n++; a();", "a captured local variable that changes", "")]
    [InlineData("_numbers.AsSpan().Clear();", "System.MemoryExtensions.AsSpan on an array in a field", "")]
    public void RefusesByName(string statement, string construct, string modifier)
    {
        var source = $$"""
            class Refused
            {
                private readonly int[] _numbers = new int[1];

                public {{modifier}}void Run()
                {
                    {{statement}}
                }
            }

            [Scenario]
            sealed class OneThread { [SimulatedThread] void Only() => new Refused().Run(); }
            """;

        var refusal = Assert.Throws<UnsupportedConstructException>(() => Explored.Run(source));

        Assert.Equal(construct, refusal.Construct);
        Assert.InRange(refusal.Line, 10, 12);
        Assert.Contains(construct, refusal.Message);
    }

    [Fact]
    public void WhatIsRefusedMattersToWhoComesToIt()
    {
        var program = SimulatedProgram.FromSource("""
            using AioBarrierAnalyzers.Explorer;
            class Some { public void Refused() { System.IO.File.Delete("x"); } public int Fine; }
            [Scenario] sealed class OneThread { readonly Some _some = new(); [SimulatedThread] void Only() => _some.Fine++; }
            """);

        Assert.Equal("System.IO.File.Delete", Assert.Single(program.Refusals).Construct);
        Assert.Equal(Verdict.Clean, ModelChecker.Explore(program.Scenarios.Single()).Verdict);
    }

    [Fact]
    public void AnErrorInTheSourceIsNoRefusal() => Assert.Throws<ArgumentException>(() => SimulatedProgram.FromSource("class Broken { int Value => nothing; }"));
}
