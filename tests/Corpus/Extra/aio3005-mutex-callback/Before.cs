using System;
using System.Threading;

namespace Corpus.Extra.Aio3005MutexCallback.Before;

public sealed class SharedFileTurn : IDisposable
{
    private readonly Mutex _turn = new Mutex(false, "shared-file-turn");
    private readonly Action<string> _append;

    public SharedFileTurn(Action<string> append) => _append = append;

    public void Append(string line)
    {
        _turn.WaitOne();
        _append(line);
        _turn.ReleaseMutex();
    }

    public void Dispose() => _turn.Dispose();
}
