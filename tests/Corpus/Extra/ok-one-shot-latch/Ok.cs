using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkOneShotLatch;

public sealed class FirstOutcome
{
    private const int Open = 0;
    private const int Claimed = 1;
    private const int Set = 2;

    private int _latch;
    private int _winner;
    private TimeSpan _took;

    public bool TryReport(int racer, TimeSpan took)
    {
        if (Interlocked.CompareExchange(ref _latch, Claimed, Open) != Open)
        {
            return false;
        }

        _winner = racer;
        _took = took;
        Volatile.Write(ref _latch, Set);
        return true;
    }

    public bool TryGet(out int winner, out TimeSpan took)
    {
        bool isSet = Volatile.Read(ref _latch) == Set;
        winner = isSet ? _winner : -1;
        took = isSet ? _took : default;
        return isSet;
    }
}

public static class Race
{
    public static FirstOutcome Begin(int racers, Func<int, TimeSpan> run)
    {
        var outcome = new FirstOutcome();
        for (int i = 0; i < racers; i++)
        {
            int racer = i;
            Task.Run(() => outcome.TryReport(racer, run(racer)));
        }

        return outcome;
    }
}
