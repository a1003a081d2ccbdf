using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002PermitDeadline.After;

public sealed class Bulkhead
{
    private readonly SemaphoreSlim _permits;
    private readonly int _limit;
    private int _inUse;
    private int _expired;

    public Bulkhead(int limit)
    {
        _limit = limit;
        _permits = new SemaphoreSlim(limit, limit);
    }

    public int InUse => Volatile.Read(ref _inUse);

    public int Expired => Volatile.Read(ref _expired);

    public double Saturation => (double)InUse / _limit;

    public async Task<Permit> AcquireAsync(TimeSpan hold, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hold, TimeSpan.Zero);
        await _permits.WaitAsync(cancellation).ConfigureAwait(false);
        Interlocked.Increment(ref _inUse);
        return new Permit(this, hold);
    }

    private void Return(bool late)
    {
        if (late)
        {
            Interlocked.Increment(ref _expired);
        }

        Interlocked.Decrement(ref _inUse);
        _permits.Release();
    }

    public sealed class Permit : IDisposable
    {
        private readonly Timer _deadline;
        private volatile Bulkhead _owner;

        internal Permit(Bulkhead owner, TimeSpan hold)
        {
            _owner = owner;
            _deadline = new Timer(OnDeadline, null, hold, Timeout.InfiniteTimeSpan);
        }

        public bool IsHeld => _owner is not null;

        public void Dispose()
        {
            _deadline.Dispose();
            GiveBack(late: false);
        }

        private void OnDeadline(object unused) => GiveBack(late: true);

        private void GiveBack(bool late)
        {
            Interlocked.Exchange(ref _owner, null)?.Return(late);
        }
    }
}
