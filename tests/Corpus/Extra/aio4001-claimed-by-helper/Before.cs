using System;
using System.Threading;

namespace Corpus.Extra.Aio4001ClaimedByHelper.Before;

public sealed class Refresher
{
    private readonly Func<string> _read;
    private int _busy;
    private string _text = string.Empty;

    public Refresher(Func<string> read) => _read = read;

    public string Text => Volatile.Read(ref _text);

    public void Refresh()
    {
        if (!TryBegin())
        {
            return;
        }

        Interlocked.MemoryBarrier();
        try
        {
            Volatile.Write(ref _text, _read());
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private bool TryBegin() => Interlocked.CompareExchange(ref _busy, 1, 0) == 0;
}
