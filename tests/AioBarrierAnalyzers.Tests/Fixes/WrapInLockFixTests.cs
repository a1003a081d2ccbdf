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
        Fields + Take +
        """
            public int M()
            {
                Take({|primary:_items|}, out int taken);
                return taken + 1;
            }
        """);

    [Fact]
    public Task Variable_ThatIsReturned_GoesInWithItsReturn() => Edit.MembersBecomeAsync(
        Fields + Take +
        """
            public int M()
            {
                Take({|primary:_items|}, out int taken);
                return taken;
            }
        """,
        Fields.Replace("{|anchor:_gate|}", "_gate") + Take +
        """
            public int M()
            {
                lock (_gate)
                {
                    Take(_items, out int taken);
                    return taken;
                }
            }
        """);

    [Fact]
    public Task Step_IsHeldFromItsFirstStatementToItsLast() => Body(
        """
                if (n < 0)
                    return n;

                {|first:if (_count == 0)
                {
                    return 0;
                }|}

                // Counted.
                {|last:{|primary:_count--|};|}
                return n;
        """,
        """
                if (n < 0)
                    return n;

                lock (_gate)
                {
                    if (_count == 0)
                    {
                        return 0;
                    }

                    // Counted.
                    _count--;
                }
                return n;
        """);

    [Fact]
    public Task Step_TakesTheSectionsInIt() => Body(
        """
                // First the items.
                {|first:lock (_gate)
                {
                    _items.Clear();
                    n++;
                }|}

                int half = n / 2;

                // Then the count.
                {|last:lock (_gate)
                {
                    if (half > 0)
                    {
                        {|primary:_count = half|};
                    }
                }|}

                return n;
        """,
        """
                lock (_gate)
                {
                    // First the items.
                    _items.Clear();
                    n++;

                    int half = n / 2;

                    // Then the count.
                    if (half > 0)
                    {
                        _count = half;
                    }
                }

                return n;
        """);

    [Fact]
    public Task Step_TakesASectionWithinABranch() => Body(
        """
                {|first:{|last:if ({|primary:_items|}.Count > n)
                {
                    lock (_gate)
                    {
                        _items.RemoveAt(n);
                    }
                }|}|}

                return n;
        """,
        """
                lock (_gate)
                {
                    if (_items.Count > n)
                    {
                        _items.RemoveAt(n);
                    }
                }

                return n;
        """);

    [Fact]
    public Task Section_ThatDeclaresAnUsedName_StaysABlock() => Body(
        """
                {|first:lock (_gate)
                {
                    int before = _count;
                    n += before;
                }|}

                {|last:{|primary:_items|}.Clear();|}
                for (int before = 0; before < n; before++)
                    n--;
                return n;
        """,
        """
                lock (_gate)
                {
                    {
                        int before = _count;
                        n += before;
                    }

                    _items.Clear();
                }
                for (int before = 0; before < n; before++)
                    n--;
                return n;
        """);

    [Fact]
    public Task Locals_OfAStep_AreDeclaredOutside() => Body(
        """
                {|first:int before = _count;|}
                {|last:{|primary:_items|}.Clear();|}
                return n + before;
        """,
        """
                int before;
                lock (_gate)
                {
                    before = _count;
                    _items.Clear();
                }
                return n + before;
        """);

    [Fact]
    public Task Local_ThatIsReturned_StaysWithItsReturn() => Body(
        """
                {|first:int before = _count;|}
                {|last:{|primary:_items|}.Clear();|}
                return before;
        """,
        """
                lock (_gate)
                {
                    int before = _count;
                    _items.Clear();
                    return before;
                }
        """);

    [Fact]
    public Task Section_BehindIt_IsTakenIn() => Body(
        """
                {|primary:_count = n|};
                lock (_gate)
                {
                    _items.Clear();
                }

                return n;
        """,
        """
                lock (_gate)
                {
                    _count = n;
                    _items.Clear();
                }

                return n;
        """);

    [Fact]
    public Task UsingDeclaration_CannotGoIn() => Edit.IsNotOfferedForMembersAsync(
        Fields +
        """
            public int M(System.IO.Stream stream)
            {
                {|first:using var all = stream;|}
                {|last:{|primary:_count = 0|};|}
                return all.ReadByte();
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

    private const string Take =
        """
            private static bool Take(System.Collections.Generic.List<int> from, out int taken)
            {
                taken = from.Count;
                return true;
            }


        """;

    private static Task Body(string before, string after) => Edit.MembersBecomeAsync(
        Fields + "    public int M(int n)\n    {\n" + before + "\n    }",
        Fields.Replace("{|anchor:_gate|}", "_gate") + "    public int M(int n)\n    {\n" + after + "\n    }");
}
