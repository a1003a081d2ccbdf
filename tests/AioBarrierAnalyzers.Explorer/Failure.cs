using System;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>How an execution failed, and why.</summary>
/// <param name="Kind">How.</param>
/// <param name="Message">Why, for people.</param>
public sealed record Failure(FailureKind Kind, string Message)
{
    /// <summary>What the program threw, if it did.</summary>
    public Exception? Error { get; init; }

    internal UnsupportedConstructException? Refusal { get; init; }
}
