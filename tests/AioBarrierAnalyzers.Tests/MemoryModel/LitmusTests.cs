using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Tests.MemoryModel;

/// <summary>The model against an independent oracle (herd7), every row.</summary>
public class LitmusTests
{
    /// <summary>RC11 does not make stores visible to all other threads at once unless everything is a fence; .NET does ("Hardware considerations").</summary>
    private const string MulticopyAtomic = "multicopy atomic";

    /// <summary>RC11 knows no dependencies; .NET keeps them ("Data-dependent reads are ordered"), and the hardware columns agree.</summary>
    private const string AddressDependency = "address dependency";

    /// <summary>The oracle's exchange does nothing where it fails; in .NET "even on failure" it is a barrier (memory-model.md section 2).</summary>
    private const string FailedExchangeIsFence = "failed compare-exchange is a full fence";

    /// <summary>Rows on which the answer is not what "allowed by any column" says, each with the reason.</summary>
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["R | volatile | fence"] = MulticopyAtomic,
        ["2+2W | volatile | volatile"] = MulticopyAtomic,
        ["2+2W | volatile | fence"] = MulticopyAtomic,
        ["2+2W | fence | volatile"] = MulticopyAtomic,
        ["IRIW | plain | volatile"] = MulticopyAtomic,
        ["IRIW | volatile | volatile"] = MulticopyAtomic,
        ["IRIW | fence | volatile"] = MulticopyAtomic,
        ["SEED6b-new page published, head read by addr dep | Volatile.Write(page) | plain+addr"] = AddressDependency,
        ["SB failed-CAS as fence | store; failed CompareExchange(z); load | same"] = FailedExchangeIsFence,
        ["SB failed-CAS on same loc | store; failed CompareExchange(own) | MemoryBarrier"] = FailedExchangeIsFence,
    };

    public static TheoryData<string> Names => [.. LitmusTest.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AllowsWhatAnyColumnAllows(string name)
    {
        var test = LitmusTest.All.Single(t => t.Name == name);

        var expected = test.Allowed.Values.Any(isAllowed => isAllowed) != Differences.ContainsKey(name);

        Assert.Equal(expected, LitmusJudge.Allows(test));
    }

    /// <summary>A reason is good only where it explains the column that says otherwise: the hardware columns must agree with the model.</summary>
    [Fact]
    public void EveryDifferenceIsWithTheColumnItsReasonSpeaksOf() => Assert.All(Differences, difference =>
    {
        var column = difference.Value == FailedExchangeIsFence ? "aarch64(ldar)" : "rc11";

        var test = LitmusTest.All.Single(t => t.Name == difference.Key);

        Assert.Equal([column], test.Allowed.Where(a => a.Value).Select(a => a.Key));
        Assert.False(LitmusJudge.Allows(test));
    });

    [Fact]
    public void EveryVerdictBelongsToATest()
    {
        Assert.Equal(174, LitmusTest.All.Count);
        Assert.Equal(596, LitmusTest.All.Sum(t => t.Allowed.Count));
        Assert.All(LitmusTest.All, t => Assert.NotEmpty(t.Allowed));
        Assert.All(Differences.Keys, name => Assert.Contains(LitmusTest.All, t => t.Name == name));
    }
}
