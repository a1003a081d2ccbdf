using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004CloseWins;

public sealed class Gate
{
    private const int Free = 0;
    private const int Held = 1;
    private const int Closed = 2;
    private int _state;

    public bool TryEnter() => Interlocked.CompareExchange(ref _state, Held, Free) == Free;

    public void Leave() => Interlocked.CompareExchange(ref _state, Free, Held);

    public bool IsClosed => Volatile.Read(ref _state) == Closed;

    public void Close() => Volatile.Write(ref _state, Closed);
}
