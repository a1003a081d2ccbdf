using System.Collections.Generic;
using AioBarrierAnalyzers.Explorer;

namespace AioBarrierAnalyzers.Validation.Loop;

/// <summary>A case after fixes that made the analyzer silent.</summary>
/// <param name="Titles">The rules and the titles of the fixes, in their order.</param>
/// <param name="Result">What the explorer says of it.</param>
internal sealed record CorpusFix(IReadOnlyList<string> Titles, ExploreResult Result);
