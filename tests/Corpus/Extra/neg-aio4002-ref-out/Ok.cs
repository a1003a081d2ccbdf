using System;
using System.Threading;

namespace Corpus.Extra.NegAio4002RefOut;

public sealed class Sequencer
{
    private int _next;

    public void Take(out int number) => number = Interlocked.Increment(ref _next);

    public static int Spread(Action<Box> start)
    {
        var box = new Box();
        start(box);
        return Interlocked.Increment(ref box.Value);
    }

    public static void Hand(ref int place, Handler handler)
    {
        int count = 1;
        handler(ref count);
        Interlocked.Add(ref place, count);
        Interlocked.Increment(ref count);
        handler(ref count);
    }

    public delegate void Handler(ref int value);

    public sealed class Box
    {
        public int Value;
    }
}
