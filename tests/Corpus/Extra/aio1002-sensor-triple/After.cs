using System;
using System.Threading;

namespace Corpus.Extra.Aio1002SensorTriple.After;

public sealed class GyroMailbox
{
    private readonly Func<(double Roll, double Pitch, double Yaw)> _sample;
    private double _roll;
    private double _pitch;
    private double _yaw;
    private int _full;

    public GyroMailbox(Func<(double Roll, double Pitch, double Yaw)> sample)
    {
        _sample = sample;
    }

    public void StartSampling(CancellationToken stop)
    {
        var thread = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                if (Volatile.Read(ref _full) == 0)
                {
                    Offer(_sample());
                }

                Thread.Sleep(1);
            }
        });
        thread.IsBackground = true;
        thread.Start();
    }

    public bool TryTake(out double roll, out double pitch, out double yaw)
    {
        if (Volatile.Read(ref _full) == 0)
        {
            roll = pitch = yaw = 0;
            return false;
        }

        roll = _roll;
        pitch = _pitch;
        yaw = _yaw;
        Volatile.Write(ref _full, 0);
        return true;
    }

    private void Offer((double Roll, double Pitch, double Yaw) reading)
    {
        (_roll, _pitch, _yaw) = reading;
        Volatile.Write(ref _full, 1);
    }
}
