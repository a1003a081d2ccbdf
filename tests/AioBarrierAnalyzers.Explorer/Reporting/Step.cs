namespace AioBarrierAnalyzers.Explorer.Reporting;

/// <summary>What one thread did at one place.</summary>
/// <param name="Thread">The number of the thread, from 0.</param>
/// <param name="Site">Where; null when the thread began or ended.</param>
/// <param name="Text">What it did, and what came of it.</param>
/// <param name="Note">What was out of the ordinary: an old value was read, a store came late. Null when nothing was.</param>
public sealed record Step(int Thread, Site? Site, string Text, string? Note);
