using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class InterlockedStoreFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.FullFence, "StoreWithInterlocked");

    [Theory]
    [InlineData("_int = 1", "Interlocked.Exchange(ref _int, 1)")]
    [InlineData("_volatile = 1", "Interlocked.Exchange(ref _volatile, 1)")]
    [InlineData("_long = _int", "Interlocked.Exchange(ref _long, _int)")]
    [InlineData("Volatile.Write(ref _int, 1)", "Interlocked.Exchange(ref _int, 1)")]
    [InlineData("_int++", "Interlocked.Increment(ref _int)")]
    [InlineData("--_int", "Interlocked.Decrement(ref _int)")]
    [InlineData("_int += 2", "Interlocked.Add(ref _int, 2)")]
    [InlineData("_int -= 2", "Interlocked.Exchange(ref _int, _int - 2)")]
    [InlineData("_text += _int", "Interlocked.Exchange(ref _text, _text + _int)")]
    [InlineData("_int = _int + 1", "Interlocked.Exchange(ref _int, _int + 1)")]
    [InlineData("_text = null", "Interlocked.Exchange(ref _text, null)")]
    [InlineData("_action = () => { }", "Interlocked.Exchange(ref _action, () => { })")]
    [InlineData("_object = _text", "Interlocked.Exchange(ref _object, _text)")]
    [InlineData("_array[1] = 1", "Interlocked.Exchange(ref _array[1], 1)")]
    [InlineData("_uint = 1", "Interlocked.Exchange(ref _uint, 1)")]
    [InlineData("_native = 1", "Interlocked.Exchange(ref _native, 1)")]
    public Task Store_BecomesTheFence(string store, string expected) => Edit.MembersBecomeAsync(Members("{|anchor:" + store + "|}"), Members(expected));

    [Theory]
    [InlineData("_bool = true")]
    [InlineData("_short = 1")]
    [InlineData("_enum = DayOfWeek.Friday")]
    [InlineData("_decimal = 1")]
    [InlineData("Property = 1")]
    [InlineData("Interlocked.Exchange(ref _int, 1)")]
    [InlineData("Interlocked.Increment(ref _int)")]
    [InlineData("Console.WriteLine()")]
    public Task Store_ThatNet8CannotExchange(string store) => Edit.IsNotOfferedForMembersAsync(Members("{|anchor:" + store + "|}"));

    [Theory]
    [InlineData("_bool = true", "Interlocked.Exchange(ref _bool, true)")]
    [InlineData("_short = 1", "Interlocked.Exchange(ref _short, 1)")]
    [InlineData("_enum = DayOfWeek.Friday", "Interlocked.Exchange(ref _enum, DayOfWeek.Friday)")]
    public Task Store_ThatNet10CanExchange(string store, string expected) => Edit.On(ReferenceAssemblies.Net.Net100).MembersBecomeAsync(
        Members("{|anchor:" + store + "|}"), Members(expected));

    [Theory]
    [InlineData("_decimal = 1")]
    [InlineData("_date = default")]
    public Task Store_ThatThrowsWhenExchanged(string store) =>
        Edit.On(ReferenceAssemblies.Net.Net100).IsNotOfferedForMembersAsync(Members("{|anchor:" + store + "|}"));

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    public Task UnsignedStore_OfAnOldFramework(string framework) =>
        Edit.On(Frameworks.Named(framework)).IsNotOfferedForMembersAsync(Members("{|anchor:_uint = 1|}"));

    [Fact]
    public async Task Fence_IsOfferedFirst() => Assert.Equal(
        ["Insert a full memory fence", "Store with an Interlocked operation"],
        await Edit.TitlesAsync(EditTest.InClass(Members("{|anchor:_int = 1|}"))));

    private static string Members(string store) =>
        $$"""
            private volatile int _volatile;
            private int _int;
            private uint _uint;
            private nint _native;
            private long _long;
            private short _short;
            private bool _bool;
            private decimal _decimal;
            private DayOfWeek _enum;
            private DateTime _date;
            private string? _text;
            private object? _object;
            private Action? _action;
            private int[] _array = new int[4];
            private int _waiters;

            private int Property { get; set; }

            private bool M()
            {
                {{store}};
                return {|primary:_waiters|} != 0;
            }

            private string All() => $"{_volatile}{_int}{_uint}{_native}{_long}{_short}{_bool}{_decimal}{_enum}{_date}{_text}{_object}{_action}{_array}{Property}";
        """.Replace("{|primary:_waiters|}", store.Contains("anchor") ? "{|primary:_waiters|}" : "_waiters");
}
