using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class VolatileWriteFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.VolatileWrite, "UseVolatileWrite");

    [Fact]
    public Task Assignment_KeepsItsComments() => Edit.MembersBecomeAsync(
        """
            private int _tail;

            private void M(int next)
            {
                // The slot is filled.
                {|primary:_tail = next|}; // publish
            }
        """,
        """
            private int _tail;

            private void M(int next)
            {
                // The slot is filled.
                Volatile.Write(ref _tail, next); // publish
            }
        """);

    [Fact]
    public Task Assignment_KeepsCommentsInside() => Edit.MembersBecomeAsync(
        """
            private int _tail;

            private void M(int next) { {|primary:_tail /* end */ = /* one more */ next|}; }
        """,
        """
            private int _tail;

            private void M(int next) { Volatile.Write(ref _tail /* end */, /* one more */ next); }
        """);

    [Fact]
    public Task Assignment_KeepsItsLines() => Edit.MembersBecomeAsync(
        """
            private long _tail;

            private void M(long next)
            {
                {|primary:_tail =
                    next
                    + 1|};
            }
        """,
        """
            private long _tail;

            private void M(long next)
            {
                Volatile.Write(ref _tail,
                    next
                    + 1);
            }
        """);

    [Theory]
    [InlineData("_int++", "_int, _int + 1")]
    [InlineData("++_int", "_int, _int + 1")]
    [InlineData("_int--", "_int, _int - 1")]
    [InlineData("_int += n", "_int, _int + n")]
    [InlineData("_int -= n - 1", "_int, _int - (n - 1)")]
    [InlineData("_int <<= 2", "_int, _int << 2")]
    [InlineData("_byte++", "_byte, (byte)(_byte + 1)")]
    [InlineData("_ulong++", "_ulong, _ulong + 1")]
    [InlineData("_bool |= n > 0", "_bool, _bool | (n > 0)")]
    [InlineData("this._int += 1", "this._int, this._int + 1")]
    [InlineData("_array[n]++", "_array[n], _array[n] + 1")]
    [InlineData("_text = null", "_text, null")]
    [InlineData("_action += M", "_action, _action + M")]
    [InlineData("*_pointer = n", "*_pointer, n")]
    [InlineData("_pointer[1] = n", "_pointer[1], n")]
    [InlineData("_header->Tail = (uint)n", "_header->Tail, (uint)n")]
    [InlineData("_slots[n].Tail = 1", "_slots[n].Tail, 1")]
    [InlineData("s_static = n", "s_static, n")]
    [InlineData("C.s_static = n", "C.s_static, n")]
    [InlineData("Slot(n) = n", "Slot(n), n")]
    [InlineData("(_int) = n", "_int, n")]
    public Task Store_BecomesAWrite(string store, string arguments) => Edit.MembersBecomeAsync(
        Locations("{|primary:" + store + "|}"), Locations("Volatile.Write(ref " + arguments + ")"));

    [Theory]
    [InlineData("_volatile = n")]
    [InlineData("_char = 'a'")]
    [InlineData("_enum = DayOfWeek.Friday")]
    [InlineData("_decimal = n")]
    [InlineData("Property = n")]
    [InlineData("_array[Next()]++")]
    [InlineData("_text ??= string.Empty")]
    [InlineData("(_int, _bool) = (n, true)")]
    [InlineData("Event += M")]
    [InlineData("Volatile.Write(ref _int, n)")]
    [InlineData("Next()")]
    public Task Store_WithoutSuchACall(string store) => Edit.IsNotOfferedForMembersAsync(Locations("{|primary:" + store + "|}"));

    [Fact]
    public Task Store_WhoseValueIsUsed() => Edit.IsNotOfferedForMembersAsync(
        """
            private int _tail;

            private int M(int next) => {|primary:_tail = next|};
        """);

    [Fact]
    public Task Store_InAVoidArrow() => Edit.MembersBecomeAsync(
        """
            private bool _stop;

            public void Stop() => {|primary:_stop = true|};
        """,
        """
            private bool _stop;

            public void Stop() => Volatile.Write(ref _stop, true);
        """);

    [Fact]
    public Task Store_InAnActionLambda() => Edit.MembersBecomeAsync(
        """
            private bool _stop;

            public Action Stop() => () => {|primary:_stop = true|};
        """,
        """
            private bool _stop;

            public Action Stop() => () => Volatile.Write(ref _stop, true);
        """);

    [Fact]
    public Task Store_InAFuncLambda() => Edit.IsNotOfferedForMembersAsync(
        """
            private bool _stop;

            public Func<bool> Stop() => () => {|primary:_stop = true|};
        """);

    [Fact]
    public Task Store_OfAnAwaitedValue() => Edit.IsNotOfferedAsync(
        """
        using System.Threading.Tasks;

        class C
        {
            private int _tail;

            private async Task M(Task<int> next)
            {
                {|primary:_tail = await next|};
            }
        }
        """);

    [Fact]
    public Task Store_InAnAsyncMethod() => Edit.BecomesAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            private async Task M(Task next)
            {
                var done = false;
                _ = Task.Run(() => { while (!Volatile.Read(ref done)) { } });
                await next;
                {|primary:done = true|};
            }
        }
        """,
        """
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            private async Task M(Task next)
            {
                var done = false;
                _ = Task.Run(() => { while (!Volatile.Read(ref done)) { } });
                await next;
                Volatile.Write(ref done, true);
            }
        }
        """);

    [Fact]
    public Task Store_InAnInitializer() => Edit.IsNotOfferedForMembersAsync(
        """
            public int Tail;

            public static C M() => new C { {|primary:Tail = 1|} };
        """);

    [Fact]
    public Task ClassTypeParameter_HasAnOverload() => Edit.BecomesAsync(
        """
        using System.Threading;

        class C<T> where T : class
        {
            private T? _item;

            public void Put(T item) { {|primary:_item = item|}; }
        }
        """,
        """
        using System.Threading;

        class C<T> where T : class
        {
            private T? _item;

            public void Put(T item) { Volatile.Write(ref _item, item); }
        }
        """);

    [Fact]
    public Task AnyTypeParameter_HasNone() => Edit.IsNotOfferedAsync(
        """
        class C<T>
        {
            private T? _item;

            public void Put(T item) { {|primary:_item = item|}; }
        }
        """);

    [Fact]
    public Task FixAll_NestedAndNeighbouringStores() => Edit.MembersBecomeAsync(
        """
            private int _head;
            private int _tail;
            private Action? _callback;

            private void M()
            {
                {|primary0:_head = 1|};
                {|primary1:_callback = () => { {|primary2:_tail++|}; }|};
                for (int i = 0; i < 3; i++, {|primary3:_tail += 2|})
                {
                }
            }
        """,
        """
            private int _head;
            private int _tail;
            private Action? _callback;

            private void M()
            {
                Volatile.Write(ref _head, 1);
                Volatile.Write(ref _callback, () => { Volatile.Write(ref _tail, _tail + 1); });
                for (int i = 0; i < 3; i++, Volatile.Write(ref _tail, _tail + 2))
                {
                }
            }
        """);

    [Theory]
    [InlineData("net472")]
    [InlineData("netstandard2.0")]
    [InlineData("net10.0")]
    public Task Frameworks_HaveTheCall(string framework) => Edit.On(Frameworks.Named(framework)).BecomesAsync(
        "using System.Threading;\nclass C { ulong _tail; void M(ulong n) { {|primary:_tail = n|}; } }",
        "using System.Threading;\nclass C { ulong _tail; void M(ulong n) { Volatile.Write(ref _tail, n); } }");

    private static string Locations(string statement) =>
        $$"""
            private struct Header { public uint Tail; }

            private static int s_static;
            private volatile int _volatile;
            private char _char;
            private DayOfWeek _enum;
            private decimal _decimal;
            private int _int;
            private byte _byte;
            private ulong _ulong;
            private bool _bool;
            private int[] _array = new int[8];
            private Header[] _slots = new Header[8];
            private string? _text;
            private Action<int>? _action;
            private int* _pointer;
            private Header* _header;

            private event Action<int>? Event;

            private int Property { get; set; }

            private void M(int n)
            {
                {{statement}};
                Event?.Invoke(_volatile + _char + Property + (int)_enum + (int)_decimal + s_static + _int + _byte + (int)_ulong);
                _action?.Invoke(_bool ? _text!.Length : _array.Length + _slots.Length + (int)_pointer + (int)_header);
            }

            private ref int Slot(int n) => ref _array[n];

            private int Next() => _int;
        """;
}
