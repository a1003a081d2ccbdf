using System;
using System.Threading;

namespace Corpus.Extra.Aio2005TwoWorkers.Before;

public struct Pose
{
    public double X;
    public double Y;
    public double Heading;
}

public sealed class Tracker
{
    private readonly object _gate = new object();
    private readonly Func<Pose> _measure;
    private readonly Action<Pose> _draw;
    private Pose _pose;

    public Tracker(Func<Pose> measure, Action<Pose> draw)
    {
        _measure = measure;
        _draw = draw;
    }

    public void Start()
    {
        new Thread(Measure) { IsBackground = true }.Start();
        new Thread(Draw) { IsBackground = true }.Start();
    }

    private void Measure()
    {
        while (true)
        {
            Pose pose = _measure();
            _pose = pose;
        }
    }

    private void Draw()
    {
        while (true)
        {
            Pose pose = _pose;
            _draw(pose);
        }
    }
}
