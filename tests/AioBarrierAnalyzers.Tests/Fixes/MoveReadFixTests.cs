using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class MoveReadFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.MoveRead);

    private const string Fields =
        """
            private readonly int[] _items = new int[8];
            private int _head;
            private int _tail;
            private int _full;
            private float _x;
            private float _y;


        """;

    [Fact]
    public Task Declaration_BehindTheTest() => Members(
        """
            private int M()
            {
                int head = _head;
                int item = {|primary:_items[head & 7]|};
                if (head == {|anchor:Volatile.Read(ref _tail)|})
                {
                    return -1;
                }

                Volatile.Write(ref _head, head + 1);
                return item;
            }
        """,
        """
            private int M()
            {
                int head = _head;
                if (head == Volatile.Read(ref _tail))
                {
                    return -1;
                }

                int item = _items[head & 7];
                Volatile.Write(ref _head, head + 1);
                return item;
            }
        """);

    [Fact]
    public Task Declaration_AmongWhatTheTestNeeds() => Members(
        """
            private int M()
            {
                // The data.
                float x = {|primary:_x|};
                int head = _head;
                float y = _y;
                int tail = {|anchor:Volatile.Read(ref _tail)|};
                if (head == tail)
                    return -1;

                return (int)(x + y);
            }
        """,
        """
            private int M()
            {
                int head = _head;
                int tail = Volatile.Read(ref _tail);
                if (head == tail)
                    return -1;

                // The data.
                float x = _x;
                float y = _y;
                return (int)(x + y);
            }
        """);

    [Fact]
    public Task OutParameters_AreAssignedOnTheWayOut() => Members(
        """
            private bool M(out float x, out float y)
            {
                x = {|primary:_x|};
                y = _y;
                if ({|anchor:Volatile.Read(ref _full)|} == 0)
                {
                    return false;
                }

                Volatile.Write(ref _full, 0);
                return true;
            }
        """,
        """
            private bool M(out float x, out float y)
            {
                if (Volatile.Read(ref _full) == 0)
                {
                    x = default;
                    y = default;
                    return false;
                }

                x = _x;
                y = _y;
                Volatile.Write(ref _full, 0);
                return true;
            }
        """);

    [Fact]
    public Task Guard_ReadIntoALocalThatIsUsedLater() => Members(
        """
            private float M()
            {
                float x = {|primary:_x|};
                bool full = {|anchor:Volatile.Read(ref _full)|} != 0;
                return full ? x : 0;
            }
        """,
        """
            private float M()
            {
                bool full = Volatile.Read(ref _full) != 0;
                float x = _x;
                return full ? x : 0;
            }
        """);

    [Theory]
    [InlineData("if (x > 1 || {|anchor:Volatile.Read(ref _full)|} == 0) return 0;")]
    [InlineData("_x = 2; if ({|anchor:Volatile.Read(ref _full)|} == 0) return 0;")]
    [InlineData("M(); if ({|anchor:Volatile.Read(ref _full)|} == 0) return 0;")]
    [InlineData("if ({|anchor:Volatile.Read(ref _full)|} == 0) return x;")]
    [InlineData("if ({|anchor:Volatile.Read(ref _full)|} == 0) M();")]
    [InlineData("while ({|anchor:Volatile.Read(ref _full)|} == 0) { }")]
    public Task Statements_ThatAreInTheWay(string guard) => Edit.IsNotOfferedForMembersAsync(Fields +
        $$"""
            private float M()
            {
                float x = {|primary:_x|};
                {{guard}}
                return x;
            }
        """);

    [Fact]
    public Task Read_IntoAField() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private bool M()
            {
                _y = {|primary:_x|};
                if ({|anchor:Volatile.Read(ref _full)|} == 0)
                    return false;
                return true;
            }
        """);

    private static Task Members(string members, string expected) => Edit.MembersBecomeAsync(Fields + members, Fields + expected);
}
