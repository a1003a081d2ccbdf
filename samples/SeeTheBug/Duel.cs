using System;
using System.Diagnostics;
using System.Threading;

namespace SeeTheBug;

/// <summary>Lets two threads run batches of rounds against each other. Batches in which they meet before each round alternate with some in which they meet only at the start.</summary>
internal static class Duel
{
    public const int BatchSize = 256;

    // How far one side is held back varies from round to round, for the interesting moments are some nanoseconds wide.
    private const int Delays = 12;

    public static Tally Run(IRounds rounds, TimeSpan time)
    {
        var meeting = new Meeting();
        var stop = false;
        var other = new Thread(() =>
        {
            for (var batch = 0; ; batch++)
            {
                meeting.Arrive();
                if (Volatile.Read(ref stop))
                {
                    return;
                }

                for (var round = 0; round < BatchSize; round++)
                {
                    Approach(meeting, batch, round, mine: 1);
                    rounds.Second(round);
                }

                meeting.Arrive();
            }
        })
        {
            IsBackground = true,
        };
        other.Start();

        long wrong = 0;
        var watch = Stopwatch.StartNew();
        var batches = 0;
        for (; watch.Elapsed < time; batches++)
        {
            rounds.Prepare();
            meeting.Arrive();
            for (var round = 0; round < BatchSize; round++)
            {
                Approach(meeting, batches, round, mine: 0);
                rounds.First(round);
            }

            meeting.Arrive();
            for (var round = 0; round < BatchSize; round++)
            {
                wrong += rounds.IsWrong(round) ? 1 : 0;
            }
        }

        Volatile.Write(ref stop, true);
        meeting.Arrive();
        other.Join();
        return new Tally((long)batches * BatchSize, wrong);
    }

    private static void Approach(Meeting meeting, int batch, int round, int mine)
    {
        if (batch % 2 == 0)
        {
            meeting.Arrive();
        }

        if (batch / 2 % 2 == mine)
        {
            Thread.SpinWait(round % Delays);
        }
    }
}
