using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class BoolFlagFixTests
{
    private static readonly EditTest Claim = EditTest.Of(EditKind.Claim);
    private static readonly EditTest Clear = EditTest.Of(EditKind.Clear);

    private const string Guarded =
        """
            private volatile bool _busy;

            private void M()
            {
                if ({|primary:_busy|})
                {
                    return;
                }

                {|anchor:_busy = true|};
                Work();
            }

            private void Work() => _busy = false;
        """;

    [Fact]
    public Task Net10_ExchangesABool() => Claim.On(ReferenceAssemblies.Net.Net100).MembersBecomeAsync(
        Guarded,
        """
            private volatile bool _busy;

            private void M()
            {
                if (Interlocked.Exchange(ref _busy, true))
                {
                    return;
                }

                Work();
            }

            private void Work() => _busy = false;
        """);

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    public Task OlderFrameworks_NeedAnInt(string framework) => Claim.On(Frameworks.Named(framework)).MembersBecomeAsync(
        Guarded,
        """
            private volatile int _busy;

            private void M()
            {
                if (Interlocked.Exchange(ref _busy, 1) != 0)
                {
                    return;
                }

                Work();
            }

            private void Work() => _busy = 0;
        """);

    [Fact]
    public Task Branch_NotSet() => Claim.MembersBecomeAsync(
        """
            private bool _busy = false;

            private void M(bool other)
            {
                if (!Volatile.Read(ref {|x:_busy|}) && other)
                {
                    {|anchor:Volatile.Write(ref _busy, true)|};
                    Console.WriteLine(nameof(_busy));
                }
            }
        """.Replace("Volatile.Read(ref {|x:_busy|})", "{|primary:Volatile.Read(ref _busy)|}"),
        """
            private int _busy = 0;

            private void M(bool other)
            {
                if (other && Interlocked.Exchange(ref _busy, 1) == 0)
                {
                    Console.WriteLine(nameof(_busy));
                }
            }
        """);

    [Fact]
    public Task Clear_OfABool() => Clear.MembersBecomeAsync(
        """
            private bool _busy;
            private bool _deleted;

            private void M()
            {
                if (!_deleted && {|anchor:_busy|} == true)
                {
                    {|primary:_busy = false|};
                    Console.WriteLine();
                }
            }

            public void Set() => _busy = true;
        """,
        """
            private int _busy;
            private bool _deleted;

            private void M()
            {
                if (!_deleted && Interlocked.Exchange(ref _busy, 0) != 0)
                {
                    Console.WriteLine();
                }
            }

            public void Set() => _busy = 1;
        """);

    [Theory]
    [InlineData("bool x = _busy", "bool x = _busy != 0")]
    [InlineData("bool x = !_busy", "bool x = _busy == 0")]
    [InlineData("bool x = !this._busy && n > 0", "bool x = this._busy == 0 && n > 0")]
    [InlineData("bool x = (_busy)", "bool x = (_busy) != 0")]
    [InlineData("bool x = Volatile.Read(ref _busy)", "bool x = Volatile.Read(ref _busy) != 0")]
    [InlineData("bool x = !Volatile.Read(ref _busy)", "bool x = Volatile.Read(ref _busy) == 0")]
    [InlineData("Volatile.Write(ref _busy, n > 0)", "Volatile.Write(ref _busy, n > 0 ? 1 : 0)")]
    [InlineData("Volatile.Write(ref _busy, false)", "Volatile.Write(ref _busy, 0)")]
    [InlineData("_busy = n > 0", "_busy = n > 0 ? 1 : 0")]
    [InlineData("_busy = !_busy", "_busy = _busy == 0 ? 1 : 0")]
    [InlineData("_busy |= n > 0", "_busy |= n > 0 ? 1 : 0")]
    [InlineData("bool x = _busy = true", "bool x = (_busy = 1) != 0")]
    [InlineData("_other = _busy = false", "_other = (_busy = 0) != 0")]
    [InlineData("_busy = _other = false", "_busy = (_other = false) == true ? 1 : 0")]
    [InlineData("bool x = _busy == _other", "bool x = (_busy != 0) == _other")]
    [InlineData("string x = _busy.ToString()", "string x = (_busy != 0).ToString()")]
    [InlineData("string x = $\"{_busy}\"", "string x = $\"{_busy != 0}\"")]
    [InlineData("object x = _busy ? 1 : 2", "object x = _busy != 0 ? 1 : 2")]
    [InlineData("object x = (object)_busy", "object x = (object)(_busy != 0)")]
    [InlineData("Func<bool> x = () => _busy", "Func<bool> x = () => _busy != 0")]
    [InlineData("Action x = () => _busy = true", "Action x = () => _busy = 1")]
    [InlineData("var x = new C { _busy = true }", "var x = new C { _busy = 1 }")]
    [InlineData("bool x = _busy /* set */ || _other", "bool x = _busy != 0 /* set */ || _other")]
    [InlineData("bool x = _busy is true", "bool x = (_busy != 0) is true")]
    public Task OtherUse_IsRewritten(string use, string expected) => Claim.MembersBecomeAsync(
        Uses("bool", "if ({|primary:_busy|}) return;", "\n        {|anchor:_busy = true|};", use),
        Uses("int", "if (Interlocked.Exchange(ref _busy, 1) != 0) return;", string.Empty, expected));

    [Theory]
    [InlineData("Take(ref _busy)")]
    [InlineData("_other = this is { _busy: true }")]
    [InlineData("bool? x = _next?._busy")]
    [InlineData("(_busy, _other) = (true, false)")]
    [InlineData("var x = (_busy, 1)")]
    [InlineData("fixed (bool* x = &_busy) { }")]
    public Task OtherUse_CannotBeRewritten(string use) => Claim.IsNotOfferedForMembersAsync(
        Uses("bool", "if ({|primary:_busy|}) return;", "\n        {|anchor:_busy = true|};", use));

    [Theory]
    [InlineData("public bool _busy")]
    [InlineData("[NonSerialized] private bool _busy")]
    [InlineData("private bool _busy, _other")]
    [InlineData("private readonly bool[] _busy")]
    public Task Field_ThatKeepsItsType(string field) => Claim.IsNotOfferedAsync(
        $$"""
        using System;

        public class C
        {
            {{field}};

            private void M()
            {
                if ({|primary:{{(field.Contains('[') && field.Contains("readonly") ? "_busy[0]" : "_busy")}}|}) return;
                {|anchor:{{(field.Contains("readonly") ? "_busy[0]" : "_busy")}} = true|};
                Console.WriteLine();
            }
        }
        """.Replace("private readonly bool[] _busy;", "private readonly bool[] _busy = new bool[2];"));

    [Fact]
    public Task FieldOfAStruct_KeepsItsType() => Claim.IsNotOfferedForMembersAsync(
        """
            private struct Slot
            {
                public bool Busy;
            }

            private static void M(ref Slot slot)
            {
                if ({|primary:slot.Busy|}) return;
                {|anchor:slot.Busy = true|};
                Console.WriteLine();
            }
        """);

    [Fact]
    public Task Uses_InOtherFiles() => Claim.BecomesAsync(
        [
            "using System.Threading;\n\ninternal class Job\n{\n    /// <summary>Seen as <see cref=\"Busy\"/>.</summary>\n    public volatile bool Busy = true;\n}\n",
            """
            internal class Runner
            {
                public void Run(Job job)
                {
                    if ({|primary:job.Busy|})
                        return;
                    {|anchor:job.Busy = true|};
                    Done(job);
                }

                private static void Done(Job job) => job.Busy = false;
            }
            """,
            "internal class Viewer { public bool See(Job job) => !job.Busy; }",
        ],
        [
            "using System.Threading;\n\ninternal class Job\n{\n    /// <summary>Seen as <see cref=\"Busy\"/>.</summary>\n    public volatile int Busy = 1;\n}\n",
            """
            using System.Threading;

            internal class Runner
            {
                public void Run(Job job)
                {
                    if (Interlocked.Exchange(ref job.Busy, 1) != 0)
                        return;
                    Done(job);
                }

                private static void Done(Job job) => job.Busy = 0;
            }
            """,
            "internal class Viewer { public bool See(Job job) => job.Busy == 0; }",
        ]);

    [Fact]
    public Task FixAll_TwoClaimsOfOneFlag() => Claim.MembersBecomeAsync(
        """
            private bool _busy;

            private void A()
            {
                if ({|primary0:_busy|}) return;
                {|anchor0:_busy = true|};
                Console.WriteLine();
            }

            private void B()
            {
                if (!{|primary1:_busy|})
                {
                    {|anchor1:_busy = true|};
                    Console.WriteLine();
                }
            }
        """,
        """
            private int _busy;

            private void A()
            {
                if (Interlocked.Exchange(ref _busy, 1) != 0) return;
                Console.WriteLine();
            }

            private void B()
            {
                if (Interlocked.Exchange(ref _busy, 1) == 0)
                {
                    Console.WriteLine();
                }
            }
        """);

    private static string Uses(string type, string test, string set, string use) =>
        $$"""
            internal {{type}} _busy;
            private bool _other;
            private C? _next;

            private void M(int n)
            {
                {{test}}{{set}}
                {{use}};
            }

            private static void Take(ref bool value) => value = true;

            private bool All() => _other || _next != null;
        """;
}
