using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class MoveStoreFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.MoveStore);

    private const string Fields =
        """
            private readonly string?[] _items = new string?[8];
            private volatile int _tail;
            private int _count;
            private int _phase;
            private object? _first;
            private object? _second;

            private void Other() { }

            private void Reset() => _count = 0;

            private object Make(string name) => name;


        """;

    [Fact]
    public Task VolatileStore_MovesAsItIs() => Body(
        """
                int tail = _tail;

                // Publish.
                {|primary:_tail = tail + 1|}; // now
                {|anchor:_items[tail & 7] = item|};
                return true;
        """,
        """
                int tail = _tail;

                _items[tail & 7] = item;
                // Publish.
                _tail = tail + 1; // now
                return true;
        """);

    [Fact]
    public Task PlainStore_BecomesARelease() => Body(
        """
                {|primary:_count++|};
                {|anchor:_items[0] = item|};

                return true;
        """,
        """
                _items[0] = item;
                Volatile.Write(ref _count, _count + 1);

                return true;
        """);

    [Fact]
    public Task InterlockedStore_Moves() => Body(
        """
                var p = new object();
                {|primary:Interlocked.Exchange(ref _phase, 1)|};
                object? first = {|anchor:Interlocked.CompareExchange(ref _first, p, null)|};
                return first != null;
        """,
        """
                var p = new object();
                object? first = Interlocked.CompareExchange(ref _first, p, null);
                Interlocked.Exchange(ref _phase, 1);
                return first != null;
        """);

    [Fact]
    public Task DataInANestedStatement_MovesBehindAllOfIt() => Body(
        """
                {|primary:_count = 1|};
                for (int i = 0; i < 8; i++)
                {
                    {|anchor:_items[i] = item|};
                }

                return true;
        """,
        """
                for (int i = 0; i < 8; i++)
                {
                    _items[i] = item;
                }
                Volatile.Write(ref _count, 1);

                return true;
        """);

    [Fact]
    public Task ValueFromACall_IsMadeWhereItWas() => Body(
        """
                {|primary:_first = item.Trim()|};
                {|anchor:_second = item.Substring(1)|};
                return true;
        """,
        """
                object? first = item.Trim();
                _second = item.Substring(1);
                Volatile.Write(ref _first, first);
                return true;
        """);

    [Fact]
    public Task ValueFromACall_NothingElseIsCalled() => Body(
        """
                {|primary:_first = item.Trim()|};
                {|anchor:_second = item|};
                return true;
        """,
        """
                _second = item;
                Volatile.Write(ref _first, item.Trim());
                return true;
        """);

    [Theory]
    [InlineData("_items[_count] = item")]
    [InlineData("Reset(); _items[0] = item")]
    [InlineData("Make(item); _items[0] = item; Other(); M(item)")]
    [InlineData("if (item == null) return false; _items[0] = item")]
    [InlineData("tail = 3; _items[0] = item")]
    [InlineData("_items[0] = item; lock (_items) { }")]
    public Task Statements_ThatAreInTheWay(string between) => Edit.IsNotOfferedForMembersAsync(Fields +
        $$"""
            private bool M(string item)
            {
                int tail = 0;
                {|primary:_count = tail|};
                {{between.Replace("; ", ";\n        ")}};
                {|anchor:_second = item|};
                return true;
            }
        """);

    [Fact]
    public Task CallOfAHelperThatNamesNothingOfIt_MayComeBefore() => Body(
        """
                int tail = 1;
                {|primary:_count = tail|};
                Other();
                {|anchor:_second = item|};
                return true;
        """,
        """
                int tail = 1;
                Other();
                _second = item;
                Volatile.Write(ref _count, tail);
                return true;
        """);

    private const string Box =
        """
            private struct Box
            {
                public int State;
                public int Sender;
                public int Code;
            }

            private readonly Box[] _boxes = new Box[4];


        """;

    [Fact]
    public Task FieldsOfOneStruct_AreApart() => Edit.MembersBecomeAsync(
        Box +
        """
            private void M(int sender, int code)
            {
                ref Box box = ref _boxes[0];
                {|primary:Volatile.Write(ref box.State, 1)|};
                {|anchor:(box.Sender, box.Code) = (sender, code)|};
            }
        """,
        Box +
        """
            private void M(int sender, int code)
            {
                ref Box box = ref _boxes[0];
                (box.Sender, box.Code) = (sender, code);
                Volatile.Write(ref box.State, 1);
            }
        """);

    [Theory]
    [InlineData("box = other")]
    [InlineData("_boxes[1] = box")]
    public Task WholeStruct_IsAllOfItsFields(string copy) => Edit.IsNotOfferedForMembersAsync(
        Box +
        $$"""
            private void M(Box other)
            {
                ref Box box = ref _boxes[0];
                {|primary:Volatile.Write(ref box.State, 1)|};
                {|anchor:{{copy}}|};
            }
        """);

    [Fact]
    public Task Call_ThatIsNoStore() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private void M(int size)
            {
                int[] min = new int[1], max = new int[1];
                {|primary:Array.Resize(ref min, size)|};
                {|anchor:Array.Resize(ref max, size)|};
            }
        """);

    [Fact]
    public Task Store_DeeperThanTheData() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private bool M(string item)
            {
                if (item.Length > 0)
                {
                    {|primary:_count = 1|};
                }

                {|anchor:_second = item|};
                return true;
            }
        """);

    [Fact]
    public Task Directive_InTheWay() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private bool M(string item)
            {
                {|primary:_count = 1|};
        #if NEVER
                Other();
        #endif
                {|anchor:_second = item|};
                return true;
            }
        """);

    private static Task Body(string body, string expected) => Edit.MembersBecomeAsync(
        Fields + "    private bool M(string item)\n    {\n" + body + "\n    }", Fields + "    private bool M(string item)\n    {\n" + expected + "\n    }");
}
