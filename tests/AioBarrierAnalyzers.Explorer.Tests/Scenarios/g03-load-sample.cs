using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>A sample is replaced while it is read.</summary>
[Scenario(EarlyTimeouts = true)]
sealed class MeasureAndLook
{
    private LoadSampler _sampler;
    private int _measured;

    [SimulatedThread]
    void Looks()
    {
        _sampler = new LoadSampler(() => { _sampler.Stop(); _measured++; return new LoadSample(5, 5, 5); });
        _sampler.Start();
        var seen = _sampler.Latest;
        Check.That(seen.Requests == seen.Errors && seen.Errors == (int)seen.MeanMs, $"{seen.Requests}, {seen.Errors}, {seen.MeanMs}");
    }
}
