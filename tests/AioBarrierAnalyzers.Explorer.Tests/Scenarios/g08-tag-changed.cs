using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>The last panel goes while a tag changes.</summary>
[Scenario(EarlyTimeouts = true)]
sealed class ChangeAndDispose
{
    private readonly TagMonitor _monitor;
    private readonly TagPanel _panel;

    public ChangeAndDispose()
    {
        _monitor = new(_ => { _monitor.Stop(); return 1; }, "tag");
        _panel = new(_monitor, _ => { });
    }

    [SimulatedThread]
    void Disposes()
    {
        _monitor.Start();
        _panel.Dispose();
    }
}
