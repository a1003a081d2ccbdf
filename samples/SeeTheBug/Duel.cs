using System;
using System.Diagnostics;
using System.Threading;

namespace SeeTheBug;

/// <summary>
/// Lets two threads run batches of rounds against each other. Batches in which they meet before each round alternate with some in which they meet only at the
/// start.
/// </summary>
internal sealed class Duel
{
    /// <summary>Rounds in a batch.</summary>
    public const int BatchSize = 256;

    // How far one side is held back varies from round to round, for the interesting moments are some nanoseconds wide.
    private const int Delays = 12;

    private readonly IRounds _rounds;
    private readonly TimeSpan _time;
    private readonly Meeting _meeting = new();
    // Handed over by the meetings.
    private bool _stop;
    private long _batches;
    private long _wrong;

    private Duel(IRounds rounds, TimeSpan time)
    {
        _rounds = rounds;
        _time = time;
    }

    public static Tally Run(IRounds rounds, TimeSpan time)
    {
        var duel = new Duel(rounds, time);
        var first = new Thread(duel.RunFirst);
        var second = new Thread(duel.RunSecond);
        first.Start();
        second.Start();
        first.Join();
        second.Join();
        return new Tally(duel._batches * BatchSize, duel._wrong);
    }

    private void RunFirst()
    {
        Processors.Keep(0);
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < _time; _batches++)
        {
            _rounds.Prepare();
            _meeting.Arrive();
            for (var round = 0; round < BatchSize; round++)
            {
                Approach(_batches, round, mine: 0);
                _rounds.First(round);
            }

            _meeting.Arrive();
            for (var round = 0; round < BatchSize; round++)
            {
                _wrong += _rounds.IsWrong(round) ? 1 : 0;
            }
        }

        _stop = true;
        _meeting.Arrive();
    }

    private void RunSecond()
    {
        Processors.Keep(1);
        for (var batch = 0L; ; batch++)
        {
            _meeting.Arrive();
            if (_stop)
            {
                return;
            }

            for (var round = 0; round < BatchSize; round++)
            {
                Approach(batch, round, mine: 1);
                _rounds.Second(round);
            }

            _meeting.Arrive();
        }
    }

    private void Approach(long batch, int round, int mine)
    {
        if (batch % 2 == 0)
        {
            _meeting.Arrive();
        }

        if (batch / 2 % 2 == mine)
        {
            Thread.SpinWait(round % Delays);
        }
    }
}
