using System;
using System.Threading;

namespace Corpus.Extra.NegAio3007PhasesOfOneWork;

public struct Body
{
    public float X, Y;
    public float Vx, Vy;
    public float Mass;
}

public sealed class PhysicsStepper
{
    private readonly Body[] _bodies;
    private readonly float[] _forceX;
    private readonly float[] _forceY;
    private readonly int _workers;
    private int _step;
    private bool _integrating;
    private double _time;
    private float _dt = 1f / 60f;

    public PhysicsStepper(Body[] bodies, int workers)
    {
        _bodies = (Body[])bodies.Clone();
        _forceX = new float[bodies.Length];
        _forceY = new float[bodies.Length];
        _workers = Math.Max(1, workers);
    }

    public double Time => _time;

    public ReadOnlySpan<Body> Bodies => _bodies;

    public void Run(int steps)
    {
        _step = 0;
        _integrating = false;
        using Barrier barrier = new Barrier(_workers, OnPhase);
        Thread[] threads = new Thread[_workers - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int worker = i + 1;
            threads[i] = new Thread(() => Work(worker, steps, barrier)) { IsBackground = true };
            threads[i].Start();
        }

        Work(0, steps, barrier);
        foreach (Thread thread in threads)
            thread.Join();
    }

    private void Work(int worker, int steps, Barrier barrier)
    {
        int from = (int)((long)_bodies.Length * worker / _workers);
        int to = (int)((long)_bodies.Length * (worker + 1) / _workers);
        while (_step < steps)
        {
            if (_integrating)
                Integrate(from, to);
            else
                ComputeForces(from, to);

            barrier.SignalAndWait();
        }
    }

    private void OnPhase(Barrier barrier)
    {
        if (_integrating)
        {
            _step++;
            _time += _dt;
        }

        _integrating = !_integrating;
    }

    private void ComputeForces(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            float fx = 0, fy = 0;
            for (int j = 0; j < _bodies.Length; j++)
            {
                if (j == i)
                    continue;

                float dx = _bodies[j].X - _bodies[i].X;
                float dy = _bodies[j].Y - _bodies[i].Y;
                float r2 = dx * dx + dy * dy + 0.01f;
                float f = _bodies[i].Mass * _bodies[j].Mass / (r2 * MathF.Sqrt(r2));
                fx += f * dx;
                fy += f * dy;
            }

            _forceX[i] = fx;
            _forceY[i] = fy;
        }
    }

    private void Integrate(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            ref Body body = ref _bodies[i];
            body.Vx += _forceX[i] / body.Mass * _dt;
            body.Vy += _forceY[i] / body.Mass * _dt;
            body.X += body.Vx * _dt;
            body.Y += body.Vy * _dt;
        }
    }
}
