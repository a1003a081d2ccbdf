using System;
using System.Threading.Tasks;
using Xunit;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

/// <summary>The half that matters in a test of a verifier: that it fails, and for the reason meant.</summary>
internal static class Expect
{
    public static async Task FailureAsync(Func<Task> run, string reason)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(run);
        Assert.True(exception is InvalidOperationException or ArgumentException, exception.ToString());
#if OFFICIAL_TESTING
        // The published library has its own words.
        Assert.NotEmpty(reason);
#else
        Assert.Contains(reason, exception.Message);
#endif
    }
}
