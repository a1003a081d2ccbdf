using System.Linq;
using AioBarrierAnalyzers.Options;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Options;

public sealed class BarrierOptionsTests
{
    [Fact]
    public void Nothing_configured_gives_the_defaults()
    {
        var options = Read();

        Assert.Equal(EvidenceLevel.Any, options.RequiredEvidence);
        Assert.Empty(options.FenceMethods);
        Assert.Empty(options.WaiterCheckNames);
        Assert.Empty(options.WakeMethods);
        Assert.Empty(options.GuardNames);
        Assert.Empty(options.Problems);
    }

    [Theory]
    [InlineData("any", "Any")]
    [InlineData("marked", "Marked")]
    [InlineData("declared", "Declared")]
    [InlineData("  Declared ", "Declared")]
    [InlineData("unset", "Any")]
    public void Evidence_is_one_of_three_words(string value, string expected)
    {
        var options = Read(("aio_barrier.required_evidence", value));

        Assert.Equal(expected, options.RequiredEvidence.ToString());
        Assert.Empty(options.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("strong")]
    [InlineData("marked, declared")]
    public void Another_word_is_a_problem_and_the_default_holds(string value)
    {
        var options = Read(("aio_barrier.required_evidence", value));

        Assert.Equal(EvidenceLevel.Any, options.RequiredEvidence);
        var problem = Assert.Single(options.Problems);
        Assert.Equal("aio_barrier.required_evidence", problem.Key);
        Assert.Equal(value, problem.Value);
        Assert.Equal($"has the value '{value}', which is not known, and its default 'any' holds; known are: any, marked, declared", problem.Explanation);
    }

    [Fact]
    public void Each_list_is_read_from_its_own_key()
    {
        var options = Read(
            ("aio_barrier.fence_methods", "Platform.FullBarrier"),
            ("aio_barrier.waiter_check_names", "HasSleepers, Parked"),
            ("aio_barrier.wake_methods", "Kick,Reactor.Nudge"),
            ("aio_barrier.guard_names", "Slot.State"));

        Assert.Equal(["Platform.FullBarrier"], options.FenceMethods);
        Assert.Equal(["HasSleepers", "Parked"], options.WaiterCheckNames.Order());
        Assert.Equal(["Kick", "Reactor.Nudge"], options.WakeMethods.Order());
        Assert.Equal(["Slot.State"], options.GuardNames);
        Assert.Empty(options.Problems);
    }

    [Theory]
    [InlineData("Fence, , Fence,", "Fence")]
    [InlineData("", "")]
    [InlineData("unset", "")]
    public void Empty_and_repeated_entries_do_no_harm(string value, string expected)
    {
        var options = Read(("aio_barrier.fence_methods", value));

        Assert.Equal(expected, string.Join(",", options.FenceMethods));
        Assert.Empty(options.Problems);
    }

    [Theory]
    [InlineData("Fence()", "'Fence()'")]
    [InlineData("Fence, My.Own.Fence", "'My.Own.Fence'")]
    [InlineData("Fence; Barrier", "'Fence; Barrier'")]
    [InlineData("Fence, 1st, Type.", "'1st', 'Type.'")]
    public void Entries_that_are_no_names_are_one_problem_for_the_key_and_are_left_out(string value, string listed)
    {
        var options = Read(("aio_barrier.fence_methods", value));

        Assert.All(options.FenceMethods, static name => Assert.Equal("Fence", name));
        var problem = Assert.Single(options.Problems);
        Assert.Equal($"lists {listed}, which is left out; known are names of the form Name or Type.Name, parted by commas", problem.Explanation);
    }

    [Theory]
    [InlineData("aio_barrier.fence_method", "aio_barrier.fence_methods")]
    [InlineData("aio_barrier.require_evidence", "aio_barrier.required_evidence")]
    [InlineData("AIO_Barrier.Wake_Method", "aio_barrier.wake_methods")]
    [InlineData("aio_barrier.wait_check_names", "aio_barrier.waiter_check_names")]
    [InlineData("aio_barrier.guards", "aio_barrier.guard_names")]
    public void A_key_of_ours_that_is_not_known_is_a_problem_that_names_the_nearest(string key, string nearest)
    {
        var problem = Assert.Single(Read((key, "x"), ("aio_barrier.guard_names", "State"), ("dotnet_diagnostic.AIO1001.severity", "none")).Problems);

        Assert.Equal(key.ToLowerInvariant(), problem.Key);
        Assert.Equal($"is not known and has no effect; the nearest known one is '{nearest}'", problem.Explanation);
    }

    [Fact]
    public void Keys_of_others_are_none_of_our_business() => Assert.Empty(Read(("aio_barriers.mode", "x"), ("build_property.AioBarrierMode", "x")).Problems);

    [Fact]
    public void A_host_that_cannot_list_its_keys_still_answers_for_known_ones()
    {
        var options = BarrierOptions.Read(new UnlistedOptions());

        Assert.Equal(EvidenceLevel.Marked, options.RequiredEvidence);
        Assert.Empty(options.Problems);
    }

    [Fact]
    public void Read_once_for_each_set_of_options()
    {
        var options = new DictionaryOptions(("aio_barrier.wake_methods", "Kick"));

        Assert.Same(BarrierOptions.Read(options), BarrierOptions.Read(options));
    }

    private static BarrierOptions Read(params (string Key, string Value)[] values) => BarrierOptions.Read(new DictionaryOptions(values));
}
