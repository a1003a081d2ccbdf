using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1002GrownLog.Before;

public readonly struct CalibrationPoint
{
    public CalibrationPoint(int channel, double raw, double actual)
    {
        Channel = channel;
        Raw = raw;
        Actual = actual;
    }

    public int Channel { get; }

    public double Raw { get; }

    public double Actual { get; }
}

public sealed class CalibrationLog
{
    private readonly object _writeLock = new object();
    private CalibrationPoint[] _points = new CalibrationPoint[16];
    private int _length;

    public event Action<int> Appended;

    public int Length
    {
        get => Volatile.Read(ref _length);
        private set => _length = value;
    }

    public int Append(CalibrationPoint point)
    {
        if (double.IsNaN(point.Raw) || double.IsNaN(point.Actual))
        {
            throw new ArgumentException("calibration point is not a number", nameof(point));
        }

        int index;
        lock (_writeLock)
        {
            index = Length;
            CalibrationPoint[] points = _points;
            if (index == points.Length)
            {
                points = Widen(points);
                _points = points;
            }

            points[index] = point;
            Length = index + 1;
        }

        Appended?.Invoke(index);
        return index;
    }

    public bool TryCorrect(int channel, double raw, out double actual)
    {
        int length = Length;
        CalibrationPoint[] points = _points;
        double best = double.MaxValue;
        actual = raw;
        bool found = false;
        for (int i = 0; i < length; i++)
        {
            CalibrationPoint candidate = points[i];
            if (candidate.Channel != channel)
            {
                continue;
            }

            double distance = Math.Abs(candidate.Raw - raw);
            if (distance < best)
            {
                best = distance;
                actual = raw + (candidate.Actual - candidate.Raw);
                found = true;
            }
        }

        return found;
    }

    public IReadOnlyList<CalibrationPoint> Tail(int count)
    {
        int length = Length;
        int take = Math.Min(count, length);
        var result = new CalibrationPoint[take];
        Array.Copy(_points, length - take, result, 0, take);
        return result;
    }

    private static CalibrationPoint[] Widen(CalibrationPoint[] points)
    {
        var wider = new CalibrationPoint[points.Length * 2];
        Array.Copy(points, wider, points.Length);
        return wider;
    }
}
