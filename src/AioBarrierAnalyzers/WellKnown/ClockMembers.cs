using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Members that tell the time, or how much of it has gone by.</summary>
internal static class ClockMembers
{
    private static readonly TypeSet Clocks = new(
        ("System.Diagnostics", "Stopwatch"), ("System", "Environment"), ("System", "DateTime"), ("System", "DateTimeOffset"), ("System", "TimeProvider"));

    private static readonly TypeSet Times = new(("System", "DateTime"), ("System", "DateTimeOffset"), ("System", "TimeSpan"));

    /// <summary>A moment, or a span of time: a value, and whatever is asked of it comes from that.</summary>
    public static bool IsTime(ITypeSymbol type) => Times.Contains(type);

    public static bool IsRead(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetTimestamp" or "GetElapsedTime" or "GetUtcNow" or "GetLocalNow" } method } =>
            Clocks.Contains(method.ContainingType),
        IPropertyReferenceOperation { Property: { Name: var name } property } =>
            name is "TickCount" or "TickCount64" or "UtcNow" or "Now" or "Elapsed" or "ElapsedTicks" or "ElapsedMilliseconds" &&
            Clocks.Contains(property.ContainingType),
        _ => false,
    };
}
