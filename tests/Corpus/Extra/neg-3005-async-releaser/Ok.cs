using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005AsyncReleaser;

public sealed class AsyncTurn
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private volatile bool _closed;

    public async Task<Holder> TakeAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop).ConfigureAwait(false);
        if (_closed)
        {
            _turn.Release();
            throw new ObjectDisposedException(nameof(AsyncTurn));
        }

        return new Holder(_turn);
    }

    public void Close() => _closed = true;

    public readonly struct Holder : IDisposable
    {
        private readonly SemaphoreSlim _turn;

        internal Holder(SemaphoreSlim turn) => _turn = turn;

        public void Dispose() => _turn.Release();
    }
}
