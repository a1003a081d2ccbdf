using System;
using System.Collections.Generic;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>A scenario that is set up for one execution.</summary>
/// <param name="Threads">The names and bodies of the threads.</param>
/// <param name="Check">What runs when all have ended.</param>
public sealed record ScenarioRun(IReadOnlyList<(string Name, Action Body)> Threads, Action Check);
