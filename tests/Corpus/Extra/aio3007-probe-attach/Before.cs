using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3007ProbeAttach.Before;

public abstract class Probe
{
    protected Probe(string name)
    {
        Name = name;
        ProbeHost.Attach(this);
    }

    public string Name { get; }

    public abstract double Sample();
}

public sealed class DepthProbe : Probe
{
    private readonly Func<int> _depth;

    private DepthProbe(string name, Func<int> depth)
        : base(name)
    {
        _depth = depth;
    }

    public static DepthProbe Start(string name, Func<int> depth)
    {
        var probe = new DepthProbe(name, depth);
        return probe;
    }

    public override double Sample() => _depth();
}

public static class ProbeHost
{
    private static readonly object s_sync = new object();
    private static readonly List<Probe> s_probes = new List<Probe>();
    private static readonly Timer s_timer = new Timer(SampleAll, null, 1000, 1000);

    public static event Action<string, double> Sampled;

    internal static void Attach(Probe probe)
    {
        lock (s_sync)
        {
            s_probes.Add(probe);
        }
    }

    public static void Pause() => s_timer.Change(Timeout.Infinite, Timeout.Infinite);

    private static void SampleAll(object state)
    {
        Probe[] probes;
        lock (s_sync)
        {
            probes = s_probes.ToArray();
        }

        foreach (Probe probe in probes)
        {
            Sampled?.Invoke(probe.Name, probe.Sample());
        }
    }
}
