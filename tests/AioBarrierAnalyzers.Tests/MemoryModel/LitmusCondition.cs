namespace AioBarrierAnalyzers.Tests.MemoryModel;

/// <summary>One part of an outcome: a thread's register, or a location at the end, has a value.</summary>
/// <param name="Thread">The thread; -1 where a location is meant.</param>
/// <param name="Register">The register.</param>
/// <param name="Location">The location, if one is meant.</param>
/// <param name="Value">The value.</param>
internal sealed record LitmusCondition(int Thread, int Register, string? Location, int Value)
{
    public static LitmusCondition Read(string text)
    {
        var sides = text.Trim().Split('=');
        var value = LitmusTest.Number(sides[1]);
        if (sides[0].Split(":r") is [var thread, var register]) return new(LitmusTest.Number(thread), LitmusTest.Number(register), null, value);
        return new(-1, -1, sides[0], value);
    }
}
