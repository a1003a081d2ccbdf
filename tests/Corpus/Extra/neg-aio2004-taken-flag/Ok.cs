using System.Threading;

namespace Corpus.Extra.NegAio2004TakenFlag;

/// <summary>A job is taken by whoever comes first; the queue puts it back before others can see it.</summary>
public sealed class JobSlot
{
    private int _taken;

    public bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    public bool IsTaken => Volatile.Read(ref _taken) != 0;

    public void GiveBack() => Volatile.Write(ref _taken, 0);
}
