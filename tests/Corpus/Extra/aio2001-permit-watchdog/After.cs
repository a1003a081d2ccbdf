using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001PermitWatchdog.After;

public sealed class PermitPool
{
    private readonly SemaphoreSlim _slots;
    private int _expired;

    public PermitPool(int slots) => _slots = new SemaphoreSlim(slots);

    public int Free => _slots.CurrentCount;

    public int Expired => Volatile.Read(ref _expired);

    public async Task<Permit> AcquireAsync(TimeSpan maxHold, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation).ConfigureAwait(false);
        return new Permit(this, maxHold);
    }

    public sealed class Permit : IDisposable
    {
        private readonly PermitPool _pool;
        private readonly Timer _watchdog;
        private volatile bool _released;

        internal Permit(PermitPool pool, TimeSpan maxHold)
        {
            _pool = pool;
            _watchdog = new Timer(static s => ((Permit)s).OnExpired(), this, Timeout.Infinite, Timeout.Infinite);
            _watchdog.Change(maxHold, Timeout.InfiniteTimeSpan);
        }

        public bool IsHeld => !_released;

        public void Dispose() => GiveBack();

        private void OnExpired()
        {
            if (GiveBack())
            {
                Interlocked.Increment(ref _pool._expired);
            }
        }

        private bool GiveBack()
        {
            if (Interlocked.Exchange(ref _released, true))
            {
                return false;
            }

            _watchdog.Dispose();
            _pool._slots.Release();
            return true;
        }
    }
}
