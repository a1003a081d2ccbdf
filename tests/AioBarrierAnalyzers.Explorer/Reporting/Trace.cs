using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Reporting;

/// <summary>Writes down what happens.</summary>
internal sealed class Trace
{
    private readonly List<Step> _steps = [];

    public void Add(SimulatedThread thread, Site? site, string text, string? note = null) => _steps.Add(new Step(thread.Id, site, text, note));

    public Interleaving ToInterleaving(Execution execution) =>
        new([.. execution.Threads.Select(t => t.Name)], _steps, execution.Failure is { } failure ? $"{failure.Kind}: {failure.Message}" : "");
}
