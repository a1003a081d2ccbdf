using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2004WorkerEnds;

public sealed class Scanner
{
    private const int Inactive = 0;
    private const int Active = 1;
    private const int Finished = 2;
    private readonly Func<bool> _scan;
    private int _state;

    public Scanner(Func<bool> scan) => _scan = scan;

    public bool IsFinished => Volatile.Read(ref _state) == Finished;

    public void Start()
    {
        if (Volatile.Read(ref _state) == Inactive && Interlocked.CompareExchange(ref _state, Active, Inactive) == Inactive)
        {
            Task.Run(Scan);
        }
    }

    private void Scan()
    {
        while (_scan())
        {
        }

        Volatile.Write(ref _state, Finished);
    }
}
