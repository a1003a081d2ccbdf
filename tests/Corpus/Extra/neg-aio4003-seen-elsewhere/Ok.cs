using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003SeenElsewhere;

public sealed class Flags
{
    internal int Ready;
    private readonly Action _go;

    public Flags(Action go) => _go = go;

    public void Announce() => Volatile.Write(ref Ready, 1);

    public void Go()
    {
        if (Ready != 0)
        {
            _go();
        }
    }
}

public sealed class Watcher
{
    public static bool IsReady(Flags flags) => Volatile.Read(ref flags.Ready) != 0;
}
