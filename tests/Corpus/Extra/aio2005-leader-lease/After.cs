using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005LeaderLease.After;

public readonly record struct LeaseGrant(bool Granted, DateTimeOffset ExpiresAt);

public interface ILeaseStore
{
    Task<LeaseGrant> TryAcquireAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken);

    Task ReleaseAsync(string name, string owner);
}

public sealed class LeaderLease : IAsyncDisposable
{
    private readonly ILeaseStore _store;
    private readonly string _name;
    private readonly string _owner;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new CancellationTokenSource();
    private readonly Task _loop;
    private int _disposed;
    private long _leadUntilUtcTicks;

    public LeaderLease(ILeaseStore store, string name, string owner, TimeSpan duration, TimeProvider clock)
    {
        _store = store;
        _name = name;
        _owner = owner;
        _duration = duration;
        _clock = clock;
        _loop = Task.Run(() => RenewAsync(_stop.Token));
    }

    public bool IsLeader
    {
        get
        {
            return _clock.GetUtcNow().UtcTicks < Volatile.Read(ref _leadUntilUtcTicks);
        }
    }

    public void ThrowIfNotLeader()
    {
        if (!IsLeader)
            throw new InvalidOperationException($"{_owner} does not hold the lease '{_name}'.");
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        _stop.Cancel();
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
        await _store.ReleaseAsync(_name, _owner).ConfigureAwait(false);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        TimeSpan pause = _duration / 3;
        try
        {
            while (true)
            {
                try
                {
                    LeaseGrant grant = await _store
                        .TryAcquireAsync(_name, _owner, _duration, cancellationToken)
                        .ConfigureAwait(false);
                    Volatile.Write(ref _leadUntilUtcTicks, grant.Granted ? (grant.ExpiresAt - pause).UtcTicks : 0);
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    // The previous deadline stands until it passes.
                }

                await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            Volatile.Write(ref _leadUntilUtcTicks, 0);
        }
    }
}
