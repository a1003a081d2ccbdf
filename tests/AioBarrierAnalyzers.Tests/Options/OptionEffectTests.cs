using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Tests.Meta;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Options;

/// <summary>What docs/configuration.md says of each option, shown on code that is judged differently with it.</summary>
public sealed class OptionEffectTests
{
    /// <summary>The evidence is that the fields are volatile.</summary>
    private const string Marked = """
        using System.Threading;

        public sealed class Doorbell
        {
            private readonly AutoResetEvent _bell = new AutoResetEvent(false);
            private volatile int _completed;
            private volatile bool _waiting;

            public void Complete(int count)
            {
                _completed = count;
                if (_waiting) _bell.Set();
            }

            public void WaitBeyond(int seen)
            {
                while (_completed <= seen)
                {
                    _waiting = true;
                    if (_completed <= seen) _bell.WaitOne();
                    _waiting = false;
                }
            }
        }
        """;

    /// <summary>The evidence is that one of the members runs on another thread.</summary>
    private const string Role = """
        using System.Threading.Tasks;

        public sealed class Counter
        {
            private bool _stopping;
            private long _rounds;

            public Task Start() => Task.Run(Run);

            public void Stop() => _stopping = true;

            private void Run()
            {
                while (!_stopping) _rounds++;
            }
        }
        """;

    /// <summary>The fence is in another assembly.</summary>
    private const string Fenced = """
        using System.Runtime.InteropServices;
        using System.Threading;

        public static class Platform
        {
            [DllImport("platform")]
            public static extern void FullBarrier();
        }

        public sealed class Doorbell
        {
            private readonly AutoResetEvent _bell = new AutoResetEvent(false);
            private volatile int _completed;
            private volatile bool _waiting;

            public void Complete(int count)
            {
                _completed = count;
                Platform.FullBarrier();
                if (_waiting) _bell.Set();
            }

            public void WaitBeyond(int seen)
            {
                while (_completed <= seen)
                {
                    _waiting = true;
                    Platform.FullBarrier();
                    if (_completed <= seen) _bell.WaitOne();
                    _waiting = false;
                }
            }
        }
        """;

    /// <summary>The waiter and the wake are behind an interface.</summary>
    private const string Foreign = """
        using System.Threading;

        public interface IReactor
        {
            bool Asleep { get; }

            void Nudge();
        }

        public sealed class Sender
        {
            private readonly IReactor _reactor;
            private int _tail;

            public Sender(IReactor reactor) => _reactor = reactor;

            public int Tail => Volatile.Read(ref _tail);

            public void Publish(int tail)
            {
                Volatile.Write(ref _tail, tail);
                if (_reactor.Asleep) _reactor.Nudge();
            }
        }
        """;

    /// <summary>Nothing in the source says that threads meet here.</summary>
    private const string Silent = """
        public sealed class Slot
        {
            private long _value;
            private int _state;

            public void Put(long value)
            {
                _value = value;
                _state = 1;
            }

            public long Take()
            {
                if (_state == 0) return -1;
                return _value;
            }
        }
        """;

    [Theory]
    [InlineData("any", "AIO1001 AIO1001")]
    [InlineData("marked", "AIO1001 AIO1001")]
    [InlineData("declared", "")]
    public async Task Marked_locations_need_marked_evidence(string required, string expected) =>
        Assert.Equal(expected, await Find(Marked, ("aio_barrier.required_evidence", required)));

    [Theory]
    [InlineData("any", "AIO1007")]
    [InlineData("marked", "")]
    [InlineData("declared", "")]
    public async Task A_role_is_enough_for_any_alone(string required, string expected) =>
        Assert.Equal(expected, await Find(Role, ("aio_barrier.required_evidence", required)));

    [Theory]
    [InlineData("FullBarrier", "")]
    [InlineData("Platform.FullBarrier", "")]
    [InlineData("Other.FullBarrier", "AIO1001 AIO1001")]
    [InlineData("", "AIO1001 AIO1001")]
    public async Task A_named_method_is_a_fence(string names, string expected) => Assert.Equal(expected, await Find(Fenced, ("aio_barrier.fence_methods", names)));

    [Theory]
    [InlineData("IReactor.Asleep", "Nudge", "AIO1001")]
    [InlineData("Asleep", "", "AIO1001")]
    [InlineData("", "", "")]
    public async Task A_named_check_looks_for_a_waiter(string checks, string wakes, string expected) =>
        Assert.Equal(expected, await Find(Foreign, ("aio_barrier.waiter_check_names", checks), ("aio_barrier.wake_methods", wakes)));

    [Theory]
    [InlineData("Slot._state", "declared", "AIO1002 AIO1004")]
    [InlineData("_state", "any", "AIO1002 AIO1004")]
    [InlineData("", "any", "")]
    public async Task A_named_guard_is_declared_to_be_shared(string names, string required, string expected) =>
        Assert.Equal(expected, await Find(Silent, ("aio_barrier.guard_names", names), ("aio_barrier.required_evidence", required)));

    private static async Task<string> Find(string source, params (string Key, string Value)[] configuration)
    {
        using var example = new ExampleCode(source, configuration);
        return string.Join(' ', (await example.FindAsync()).Select(static finding => finding.Id));
    }
}
