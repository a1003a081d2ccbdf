using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003BeforeStart;

public sealed class Runner
{
    private readonly Action _work;
    private bool _verbose;
    private int _rounds;
    private bool _finished;

    public Runner(Action work) => _work = work;

    public void Start(bool verbose, int rounds)
    {
        _verbose = verbose;
        _rounds = rounds;
        new Thread(Run).Start();
    }

    public bool IsFinished() => Volatile.Read(ref _finished);

    private void Run()
    {
        for (int i = 0; i < Volatile.Read(ref _rounds); i++)
        {
            if (Volatile.Read(ref _verbose))
            {
                Console.WriteLine(i);
            }

            _work();
        }

        Volatile.Write(ref _finished, true);
    }
}
