using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class FullFenceFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.FullFence, "InsertFullFence");

    private const string Fields =
        """
            private readonly object _gate = new();
            private int _tail;
            private int _waiters;

            private void Wake() { }


        """;

    [Fact]
    public Task SameBlock_BehindTheStore() => Body(
        """
                {|anchor:_tail = 1|}; // publish

                // Wake whoever waits.
                if ({|primary:_waiters|} != 0)
                    Wake();
        """,
        """
                _tail = 1; // publish
                Interlocked.MemoryBarrier();

                // Wake whoever waits.
                if (_waiters != 0)
                    Wake();
        """);

    [Fact]
    public Task SameBlock_BehindAllStores() => Body(
        """
                {|anchor:_tail = 1|};
                _waiters = 2;

                // Wake whoever waits.
                if ({|primary:_waiters|} != 0)
                    Wake();
        """,
        """
                _tail = 1;
                _waiters = 2;

                Interlocked.MemoryBarrier();
                // Wake whoever waits.
                if (_waiters != 0)
                    Wake();
        """);

    [Fact]
    public Task StoreUnderALock_FenceOutside() => Body(
        """
                lock (_gate)
                {
                    {|anchor:Volatile.Write(ref _tail, 1)|};
                }

                // Wake whoever waits.
                if (Volatile.Read(ref {|primary:_waiters|}) != 0)
                    Wake();
        """,
        """
                lock (_gate)
                {
                    Volatile.Write(ref _tail, 1);
                }

                Interlocked.MemoryBarrier();
                // Wake whoever waits.
                if (Volatile.Read(ref _waiters) != 0)
                    Wake();
        """);

    [Fact]
    public Task LoadOnly_BeforeItsStatement() => Body(
        """
                Wake();
                int waiters = {|primary:Volatile.Read(ref _waiters)|};
                if (waiters != 0)
                    Wake();
        """,
        """
                Wake();
                Interlocked.MemoryBarrier();
                int waiters = Volatile.Read(ref _waiters);
                if (waiters != 0)
                    Wake();
        """);

    [Fact]
    public Task HelperCalls_AreAccessesToo() => Body(
        """
                {|anchor:Wake()|};
                {|primary:Wake()|};
        """,
        """
                Wake();
                Interlocked.MemoryBarrier();
                Wake();
        """);

    [Fact]
    public Task LoadInALoopsCondition_StoreBefore() => Body(
        """
                {|anchor:_waiters++|};
                while ({|primary:_tail|} == 0)
                {
                    Monitor.Wait(_gate);
                }
        """,
        """
                _waiters++;
                Interlocked.MemoryBarrier();
                while (_tail == 0)
                {
                    Monitor.Wait(_gate);
                }
        """);

    [Fact]
    public Task LoadInALoopsCondition_StoreInItsBody() => Body(
        """
                while ({|primary:_tail|} == 0)
                {
                    Wake();
                    {|anchor:_waiters = 1|};
                }
        """,
        """
                while (_tail == 0)
                {
                    Wake();
                    _waiters = 1;
                    Interlocked.MemoryBarrier();
                }
        """);

    [Fact]
    public Task StoreOfTheCaller_BehindIt() => Edit.MembersBecomeAsync(
        Fields +
        """
            private bool HasWaiters => {|primary:_waiters|} != 0;

            private void M()
            {
                {|anchor:_tail = 1|};

                if (HasWaiters)
                    Wake();
            }
        """,
        Fields +
        """
            private bool HasWaiters => _waiters != 0;

            private void M()
            {
                _tail = 1;
                Interlocked.MemoryBarrier();

                if (HasWaiters)
                    Wake();
            }
        """);

    [Fact]
    public Task UnknownStore_OneFenceForALoop() => Body(
        """
                while (_tail == 0)
                {
                    Wake();
                    for (int i = 0; i < 8; i++)
                    {
                        if (Volatile.Read(ref {|primary:_waiters|}) == i)
                            return;
                    }
                }
        """,
        """
                while (_tail == 0)
                {
                    Wake();
                    Interlocked.MemoryBarrier();
                    for (int i = 0; i < 8; i++)
                    {
                        if (Volatile.Read(ref _waiters) == i)
                            return;
                    }
                }
        """);

    [Fact]
    public Task LoadInTheElse_BehindTheStore() => Body(
        """
                {|anchor:_tail = 1|};
                if (_gate == null)
                    Wake();
                else if ({|primary:_waiters|} != 0)
                    Wake();
        """,
        """
                _tail = 1;
                Interlocked.MemoryBarrier();
                if (_gate == null)
                    Wake();
                else if (_waiters != 0)
                    Wake();
        """);

    [Fact]
    public Task LoadInTheElse_OfAnotherBlock() => Body(
        """
                if (_gate != null)
                {
                    {|anchor:_tail = 1|};
                }

                if (_gate == null)
                    Wake();
                else if ({|primary:_waiters|} != 0)
                    Wake();
        """,
        """
                if (_gate != null)
                {
                    _tail = 1;
                }

                if (_gate == null)
                    Wake();
                else
                {
                    Interlocked.MemoryBarrier();
                    if (_waiters != 0)
                        Wake();
                }
        """);

    [Fact]
    public Task StoreWithoutABlock_GetsOne() => Body(
        """
                while ({|primary:_tail|} == 0)
                    {|anchor:_waiters = 1|};
        """,
        """
                while (_tail == 0)
                {
                    _waiters = 1;
                    Interlocked.MemoryBarrier();
                }
        """);

    [Fact]
    public Task Directives_StayAboveTheirStatement() => Body(
        """
                if (_gate != null) { {|anchor:_tail = 1|}; }
        #pragma warning disable CS1717
                // Wake whoever waits.
                if ({|primary:_waiters|} != 0)
                    Wake();
        """,
        """
                if (_gate != null) { _tail = 1; }
        #pragma warning disable CS1717
                Interlocked.MemoryBarrier();
                // Wake whoever waits.
                if (_waiters != 0)
                    Wake();
        """);

    [Fact]
    public Task Label_JumpsToTheFence() => Body(
        """
                if (_gate != null) { {|anchor:_tail = 1|}; }
            again:
                if ({|primary:_waiters|} != 0)
                    goto again;
        """,
        """
                if (_gate != null) { _tail = 1; }
            again:
                Interlocked.MemoryBarrier();
                if (_waiters != 0)
                    goto again;
        """);

    [Fact]
    public Task SwitchSection_IsAList() => Body(
        """
                switch (_tail)
                {
                    case 0:
                        {|anchor:_tail = 1|};
                        if ({|primary:_waiters|} != 0)
                            Wake();
                        break;
                }
        """,
        """
                switch (_tail)
                {
                    case 0:
                        _tail = 1;
                        Interlocked.MemoryBarrier();
                        if (_waiters != 0)
                            Wake();
                        break;
                }
        """);

    [Fact]
    public Task OneLine_StaysOne() => Body(
        """
                if (_gate != null) { {|anchor:_tail = 1|}; if ({|primary:_waiters|} != 0) Wake(); }
        """,
        """
                if (_gate != null) { _tail = 1; Interlocked.MemoryBarrier(); if (_waiters != 0) Wake(); }
        """);

    [Fact]
    public Task LambdaLoad_BehindTheStore() => Body(
        """
                {|anchor:_waiters = 1|};
                SpinWait.SpinUntil(() => {|primary:_tail|} != 0);
        """,
        """
                _waiters = 1;
                Interlocked.MemoryBarrier();
                SpinWait.SpinUntil(() => _tail != 0);
        """);

    [Fact]
    public Task SameStatement_HasNoPlace() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private bool M() => ({|anchor:_tail = 1|}) == 1 && {|primary:_waiters|} != 0;
        """);

    [Fact]
    public Task FenceThere_NothingToDo() => Edit.IsNotOfferedForMembersAsync(Fields +
        """
            private void M()
            {
                {|anchor:_tail = 1|};
                Thread.MemoryBarrier();
                if ({|primary:_waiters|} != 0)
                    Wake();
            }
        """);

    [Fact]
    public Task FixAll_OneFenceForTwoFindings() => Body(
        """
                {|anchor:_tail = 1|};
                if ({|primary0:_waiters|} != 0)
                    Wake();
                if ({|primary1:_waiters|} != 1)
                    Wake();
        """,
        """
                _tail = 1;
                Interlocked.MemoryBarrier();
                if (_waiters != 0)
                    Wake();
                if (_waiters != 1)
                    Wake();
        """);

    [Fact]
    public Task TopLevelStatements_AreAList() => Edit.AsProgram().BecomesAsync(
        """
        using System.Threading;

        int tail = 0, waiters = 0;
        new Thread(() => { waiters = 1; while (tail == 0) { } }).Start();
        {|anchor:tail = 1|};
        if ({|primary:waiters|} != 0)
            System.Console.WriteLine();

        class Other { }
        """,
        """
        using System.Threading;

        int tail = 0, waiters = 0;
        new Thread(() => { waiters = 1; while (tail == 0) { } }).Start();
        tail = 1;
        Interlocked.MemoryBarrier();
        if (waiters != 0)
            System.Console.WriteLine();

        class Other { }
        """);

    [Theory]
    [InlineData("net472")]
    [InlineData("netstandard2.0")]
    [InlineData("net10.0")]
    public Task Frameworks_HaveTheFence(string framework) => Edit.On(Frameworks.Named(framework)).BecomesAsync(
        "using System.Threading;\r\nclass C\r\n{\r\n\tint _a, _b;\r\n\tint M()\r\n\t{\r\n\t\t{|anchor:_a = 1|};\r\n\t\treturn {|primary:_b|};\r\n\t}\r\n}\r\n",
        "using System.Threading;\r\nclass C\r\n{\r\n\tint _a, _b;\r\n\tint M()\r\n\t{\r\n\t\t_a = 1;\r\n\t\tInterlocked.MemoryBarrier();\r\n\t\treturn _b;\r\n\t}\r\n}\r\n");

    private static Task Body(string body, string expected) => Edit.MembersBecomeAsync(
        Fields + "    private void M()\n    {\n" + body + "\n    }", Fields + "    private void M()\n    {\n" + expected + "\n    }");
}
