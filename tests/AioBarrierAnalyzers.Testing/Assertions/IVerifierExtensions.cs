using System;

namespace Microsoft.CodeAnalysis.Testing;

public static class IVerifierExtensions
{
    /// <summary>Compares two texts and shows a line difference when they are not the same.</summary>
    public static void EqualOrDiff(this IVerifier verifier, string expected, string actual, string? message = null)
    {
        if (expected != actual)
            verifier.Fail((message ?? "Actual and expected values differ:") + Environment.NewLine + LineDiff.Render(expected, actual));
    }
}
