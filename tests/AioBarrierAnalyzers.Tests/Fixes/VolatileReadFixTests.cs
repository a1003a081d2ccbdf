using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class VolatileReadFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.VolatileRead, "UseVolatileRead");

    [Fact]
    public Task Condition_OfALoop() => Edit.MembersBecomeAsync(
        """
            private bool _stop;

            private void M()
            {
                // Until told to stop.
                while (!{|primary:_stop|} /* plain */)
                {
                }
            }
        """,
        """
            private bool _stop;

            private void M()
            {
                // Until told to stop.
                while (!Volatile.Read(ref _stop) /* plain */)
                {
                }
            }
        """);

    [Theory]
    [InlineData("int x = {|primary:_int|}", "int x = Volatile.Read(ref _int)")]
    [InlineData("int x = {|primary:this._int|}", "int x = Volatile.Read(ref this._int)")]
    [InlineData("int x = ({|primary:_int|} + 1) % 4", "int x = (Volatile.Read(ref _int) + 1) % 4")]
    [InlineData("int x = _array[{|primary:_int|}]", "int x = _array[Volatile.Read(ref _int)]")]
    [InlineData("int x = {|primary:_array[n]|}", "int x = Volatile.Read(ref _array[n])")]
    [InlineData("int x = {|primary:_array|}[n]", "int x = Volatile.Read(ref _array)[n]")]
    [InlineData("{|primary:_array|}[n] = 1", "Volatile.Read(ref _array)[n] = 1")]
    [InlineData("int x = {|primary:*_pointer|}", "int x = Volatile.Read(ref *_pointer)")]
    [InlineData("uint x = {|primary:_header->Tail|}", "uint x = Volatile.Read(ref _header->Tail)")]
    [InlineData("uint x = {|primary:_slots[n].Tail|}", "uint x = Volatile.Read(ref _slots[n].Tail)")]
    [InlineData("int? x = {|primary:_text|}?.Length", "int? x = Volatile.Read(ref _text)?.Length")]
    [InlineData("int x = {|primary:_text|}!.Length", "int x = Volatile.Read(ref _text)!.Length")]
    [InlineData("string x = $\"{{|primary:_int|}}\"", "string x = $\"{Volatile.Read(ref _int)}\"")]
    [InlineData("_int = {|primary:_int|} + 1", "_int = Volatile.Read(ref _int) + 1")]
    [InlineData("M({|primary:_int|})", "M(Volatile.Read(ref _int))")]
    [InlineData("int x = {|primary:Slot(n)|}", "int x = Volatile.Read(ref Slot(n))")]
    [InlineData("bool x = {|primary:_text|} is { Length: > 1 }", "bool x = Volatile.Read(ref _text) is { Length: > 1 }")]
    public Task Load_BecomesARead(string statement, string expected) => Edit.MembersBecomeAsync(Locations(statement), Locations(expected));

    [Theory]
    [InlineData("int x = {|primary:_volatile|}")]
    [InlineData("int x = {|primary:_char|}")]
    [InlineData("bool x = {|primary:_enum|} == DayOfWeek.Friday")]
    [InlineData("decimal x = {|primary:_decimal|}")]
    [InlineData("int x = {|primary:Property|}")]
    [InlineData("{|primary:_int|} = 1")]
    [InlineData("{|primary:_int|}++")]
    [InlineData("{|primary:_int|} += 1")]
    [InlineData("Interlocked.Increment(ref {|primary:_int|})")]
    [InlineData("int x = {|primary:Volatile.Read(ref _int)|}")]
    [InlineData("string x = nameof({|primary:_int|})")]
    [InlineData("var x = ({|primary:_int|}, 1)")]
    [InlineData("var x = new { {|primary:_int|} }")]
    [InlineData("fixed (int* x = &{|primary:_int|}) { }")]
    [InlineData("int x = {|primary:Next()|}")]
    [InlineData("int? x = _other?{|primary:._int|}")]
    public Task Load_WithoutSuchACall(string statement) => Edit.IsNotOfferedForMembersAsync(Locations(statement));

    [Fact]
    public Task Getter_OfAnArrow() => Edit.MembersBecomeAsync(
        """
            private int _waiters;

            public bool HasWaiters => {|primary:_waiters|} != 0;
        """,
        """
            private int _waiters;

            public bool HasWaiters => Volatile.Read(ref _waiters) != 0;
        """);

    [Fact]
    public Task ReadOnlyMember_OfAStruct() => Edit.On(ReferenceAssemblies.NetStandard.NetStandard20).IsNotOfferedForMembersAsync(
        """
            public struct S
            {
                public int Tail;

                public readonly int M() => {|primary:Tail|};
            }
        """);

    [Fact]
    public Task ReadOnlyReference_ToAStruct() => Edit.On(ReferenceAssemblies.NetStandard.NetStandard20).IsNotOfferedForMembersAsync(
        """
            public struct S
            {
                public int Tail;
            }

            private static int M(in S s) => {|primary:s.Tail|};
        """);

    [Fact]
    public Task WritableReference_ToAStruct() => Edit.MembersBecomeAsync(
        """
            public struct S
            {
                public int Tail;

                public int Own() => {|primary0:Tail|};
            }

            private static int M(ref S s) => {|primary1:s.Tail|};
        """,
        """
            public struct S
            {
                public int Tail;

                public int Own() => Volatile.Read(ref Tail);
            }

            private static int M(ref S s) => Volatile.Read(ref s.Tail);
        """);

    [Fact]
    public Task Interpolation_WithAFullName() => Edit.BecomesAsync(
        """
        class Volatile { }

        class C
        {
            private int _tail;

            string M() => $"{{|primary:_tail|}}";
        }
        """,
        """
        class Volatile { }

        class C
        {
            private int _tail;

            string M() => $"{(global::System.Threading.Volatile.Read(ref _tail))}";
        }
        """);

    [Fact]
    public Task FixAll_SameStatement() => Edit.MembersBecomeAsync(
        """
            private int _head;
            private int _tail;

            private int M() => {|primary0:_tail|} - {|primary1:_head|} + (_head == 0 ? {|primary2:_tail|} : 0);
        """,
        """
            private int _head;
            private int _tail;

            private int M() => Volatile.Read(ref _tail) - Volatile.Read(ref _head) + (_head == 0 ? Volatile.Read(ref _tail) : 0);
        """);

    private static string Locations(string statement) =>
        $$"""
            private struct Header { public uint Tail; }

            private volatile int _volatile;
            private char _char;
            private DayOfWeek _enum;
            private decimal _decimal;
            private int _int;
            private int[] _array = new int[8];
            private Header[] _slots = new Header[8];
            private string? _text;
            private int* _pointer;
            private Header* _header;
            private C? _other;

            private int Property { get; set; }

            private void M(int n)
            {
                {{statement}};
            }

            private ref int Slot(int n) => ref _array[n];

            private int Next() => _int + _volatile + _char + (int)_enum + (int)_decimal + _slots.Length + _text!.Length + (int)_pointer + (int)_header + _other!._int;
        """;
}
