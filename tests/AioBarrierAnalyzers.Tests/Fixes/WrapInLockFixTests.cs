using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class WrapInLockFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.WrapInLock);

    private const string Fields =
        """
            private readonly object _gate = new object();
            private readonly System.Collections.Generic.List<int> _items = new System.Collections.Generic.List<int>();
            private int _count;

            public void Add(int item)
            {
                lock ({|anchor:_gate|})
                {
                    _items.Add(item);
                    _count++;
                }
            }


        """;

    [Fact]
    public Task Statement_GoesIntoALock() => Body(
        """
                // Counted.
                {|primary:_count = 0|}; // here
                return n;
        """,
        """
                lock (_gate)
                {
                    // Counted.
                    _count = 0; // here
                }
                return n;
        """);

    [Fact]
    public Task Statement_GoesIntoTheLockBeforeIt() => Body(
        """
                lock (_gate)
                {
                    _items.Clear();
                }

                {|primary:_count = 0|};
                return n;
        """,
        """
                lock (_gate)
                {
                    _items.Clear();

                    _count = 0;
                }
                return n;
        """);

    [Fact]
    public Task Local_IsDeclaredOutside() => Body(
        """
                var all = {|primary:_items.ToArray()|};
                return all.Length;
        """,
        """
                int[] all;
                lock (_gate)
                {
                    all = _items.ToArray();
                }
                return all.Length;
        """);

    [Fact]
    public Task Loop_IsHeldThroughout() => Body(
        """
                foreach (int item in {|primary:_items|})
                {
                    n += item;
                }

                return n;
        """,
        """
                lock (_gate)
                {
                    foreach (int item in _items)
                    {
                        n += item;
                    }
                }

                return n;
        """);

    [Fact]
    public Task ExpressionBody_BecomesABlock() => Edit.MembersBecomeAsync(
        Fields + "    public int[] All() => {|primary:_items.ToArray()|};",
        Fields.Replace("{|anchor:_gate|}", "_gate") +
        """
            public int[] All()
            {
                lock (_gate)
                {
                    return _items.ToArray();
                }
            }
        """);

    [Fact]
    public Task Await_CannotBeLocked() => Edit.IsNotOfferedAsync(
        "internal class C\n{\n" + Fields +
        """
            public async System.Threading.Tasks.Task<int> M(System.Threading.Tasks.Task<int> n)
            {
                {|primary:_count = await n|};
                return 1;
            }
        }
        """);

    [Fact]
    public Task Yield_CannotBeLocked() => Edit.IsNotOfferedForMembersAsync(
        Fields +
        """
            public System.Collections.Generic.IEnumerable<int> M()
            {
                foreach (int item in {|primary:_items|})
                {
                    yield return item;
                }
            }
        """);

    [Fact]
    public Task Variable_ThatIsNeededBehind_CannotGoIn() => Edit.IsNotOfferedForMembersAsync(
        Fields +
        """
            private static bool Take(System.Collections.Generic.List<int> from, out int taken)
            {
                taken = from.Count;
                return true;
            }

            public int M()
            {
                Take({|primary:_items|}, out int taken);
                return taken;
            }
        """);

    [Fact]
    public Task AnotherLock_IsNotTakenInside() => Edit.IsNotOfferedForMembersAsync(
        Fields +
        """
            private readonly object _other = new object();

            public void M()
            {
                lock (_other)
                {
                    {|primary:_count = 0|};
                }
            }
        """);

    private static Task Body(string before, string after) => Edit.MembersBecomeAsync(
        Fields + "    public int M(int n)\n    {\n" + before + "\n    }",
        Fields.Replace("{|anchor:_gate|}", "_gate") + "    public int M(int n)\n    {\n" + after + "\n    }");
}
