using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class ReleaseInFinallyFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.ReleaseInFinally);

    private const string Fields =
        """
            private readonly object _gate = new object();
            private readonly object _other = new object();
            private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
            private SpinLock _spin = new SpinLock(false);
            private int _count;

            private int Work(int n) => n + _count;


        """;

    [Fact]
    public Task Monitor_BecomesALockStatement() => Body(
        """
                {|primary:Monitor.Enter(_gate)|};
                if (n == 0)
                {
                    return -1;
                }

                // Counted.
                _count += n; // here
                {|anchor:Monitor.Exit(_gate)|};
                return 0;
        """,
        """
                lock (_gate)
                {
                    if (n == 0)
                    {
                        return -1;
                    }

                    // Counted.
                    _count += n; // here
                }
                return 0;
        """);

    [Fact]
    public Task ReleasesBeforeReturns_Go() => Body(
        """
                {|primary:Monitor.Enter(_gate)|};
                if (n == 0)
                {
                    Monitor.Exit(_gate);
                    return -1;
                }

                int sum = Work(n);
                {|anchor:Monitor.Exit(_gate)|};
                return sum;
        """,
        """
                lock (_gate)
                {
                    if (n == 0)
                    {
                        return -1;
                    }

                    int sum = Work(n);
                    return sum;
                }
        """);

    [Fact]
    public Task OtherLocks_AreReleasedInAFinally() => Body(
        """
                {|primary:_turn.Wait()|};
                _count = Work(n);

                {|anchor:_turn.Release()|};
                return 0;
        """,
        """
                _turn.Wait();
                try
                {
                    _count = Work(n);
                }
                finally
                {
                    _turn.Release();
                }
                return 0;
        """);

    [Fact]
    public Task TestOfTheTake_StaysBefore() => Body(
        """
                if (!{|primary:Monitor.TryEnter(_gate)|})
                {
                    return -1;
                }

                _count = Work(n);
                {|anchor:Monitor.Exit(_gate)|};
                return 0;
        """,
        """
                if (!Monitor.TryEnter(_gate))
                {
                    return -1;
                }

                try
                {
                    _count = Work(n);
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
                return 0;
        """);

    [Fact]
    public Task TakenInTheCondition() => Body(
        """
                if ({|primary:Monitor.TryEnter(_gate)|})
                {
                    _count = Work(n);
                    {|anchor:Monitor.Exit(_gate)|};
                }

                return 0;
        """,
        """
                if (Monitor.TryEnter(_gate))
                {
                    try
                    {
                        _count = Work(n);
                    }
                    finally
                    {
                        Monitor.Exit(_gate);
                    }
                }

                return 0;
        """);

    [Fact]
    public Task ReleaseThatAsks_IsKeptAsItIs() => Body(
        """
                bool taken = false;
                {|primary:_spin.Enter(ref taken)|};
                _count = Work(n);
                if (taken)
                {
                    {|anchor:_spin.Exit()|};
                }

                return 0;
        """,
        """
                bool taken = false;
                _spin.Enter(ref taken);
                try
                {
                    _count = Work(n);
                }
                finally
                {
                    if (taken)
                    {
                        _spin.Exit();
                    }
                }

                return 0;
        """);

    [Fact]
    public Task StatementsBeforeTheTry_MoveIntoIt() => Body(
        """
                {|primary:_turn.Wait()|};
                int sum = Work(n);
                try
                {
                    return sum;
                }
                finally
                {
                    {|anchor:_turn.Release()|};
                }
        """,
        """
                _turn.Wait();
                try
                {
                    int sum = Work(n);
                    return sum;
                }
                finally
                {
                    _turn.Release();
                }
        """);

    [Fact]
    public Task Await_KeepsTheTry() => Edit.BecomesAsync(
        InSafeClass(
        """
            private async System.Threading.Tasks.Task<int> M(Func<System.Threading.Tasks.Task<int>> load)
            {
                await {|primary:_turn.WaitAsync()|}.ConfigureAwait(false);
                int loaded = await load();
                {|anchor:_turn.Release()|};
                return loaded;
            }
        """),
        InSafeClass(
        """
            private async System.Threading.Tasks.Task<int> M(Func<System.Threading.Tasks.Task<int>> load)
            {
                await _turn.WaitAsync().ConfigureAwait(false);
                try
                {
                    int loaded = await load();
                    return loaded;
                }
                finally
                {
                    _turn.Release();
                }
            }
        """));

    [Theory]
    [InlineData("if (n == 0) { Monitor.Exit(_gate); Work(n); return 1; }")]
    [InlineData("if (n == 0) { Monitor.Exit(_gate); return Work(n); }")]
    [InlineData("if (n == 0) { Monitor.Exit(_gate); n = 1; Monitor.Enter(_gate); }")]
    [InlineData("while (n > 0) { Monitor.Exit(_gate); break; }")]
    [InlineData("if (n == 0) { goto done; } done:")]
    public Task WhatCannotGoIntoOneRegion(string between) => Edit.IsNotOfferedForMembersAsync(Fields +
        $$"""
            private int M(int n)
            {
                {|primary:Monitor.Enter(_gate)|};
                {{between}}
                _count = n;
                {|anchor:Monitor.Exit(_gate)|};
                return 0;
            }
        """);

    [Fact]
    public Task LocalsThatAreUsedBehind() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private int M(int n)
            {
                {|primary:Monitor.Enter(_gate)|};
                int sum = Work(n);
                {|anchor:Monitor.Exit(_gate)|};
                n += sum;
                return Work(n);
            }
        """);

    [Fact]
    public Task LockThatBecomesAnotherOne() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private int M(int n)
            {
                object held = _gate;
                {|primary:Monitor.Enter(held)|};
                held = n > 0 ? _other : _gate;
                {|anchor:Monitor.Exit(held)|};
                return 0;
            }
        """);

    [Fact]
    public Task TakeThatIsOneOfTwoConditions() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private int M(int n)
            {
                if (n > 0 && !{|primary:Monitor.TryEnter(_gate)|})
                {
                    return -1;
                }

                _count = Work(n);
                {|anchor:Monitor.Exit(_gate)|};
                return 0;
            }
        """);

    /// <summary>There is no await in the unsafe class that the other tests stand in.</summary>
    private static string InSafeClass(string members) => EditTest.InClass(Fields + members).Replace("unsafe ", string.Empty);

    private static Task Body(string body, string expected) => Edit.MembersBecomeAsync(
        Fields + "    private int M(int n)\n    {\n" + body + "\n    }", Fields + "    private int M(int n)\n    {\n" + expected + "\n    }");
}
