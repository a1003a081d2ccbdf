using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005LeaseOfKeeper.Before;

public readonly record struct LeaseInfo(string Owner, DateTimeOffset Until, long Token)
{
    public bool Covers(string owner, DateTimeOffset now) => Owner == owner && now < Until;
}

public interface ILeaseStore
{
    Task<LeaseInfo> TryRenewAsync(string name, string owner, TimeSpan duration, CancellationToken cancel);
}

public sealed class LeaseKeeper
{
    private static readonly LeaseInfo s_none = new LeaseInfo(string.Empty, DateTimeOffset.MinValue, 0);

    private readonly ILeaseStore _store;
    private readonly TimeProvider _time;
    private readonly string _name;
    private readonly string _owner;
    private readonly TimeSpan _duration;
    private LeaseInfo _lease = s_none;

    public LeaseKeeper(ILeaseStore store, TimeProvider time, string name, string owner, TimeSpan duration)
    {
        _store = store ?? throw new ArgumentNullException(nameof(store));
        _time = time ?? throw new ArgumentNullException(nameof(time));
        _name = name;
        _owner = owner;
        _duration = duration;
    }

    public bool IsLeader
    {
        get
        {
            LeaseInfo lease = _lease;
            return lease.Covers(_owner, _time.GetUtcNow());
        }
    }

    public bool TryGetFencingToken(out long token)
    {
        LeaseInfo lease = _lease;
        if (!lease.Covers(_owner, _time.GetUtcNow()))
        {
            token = 0;
            return false;
        }

        token = lease.Token;
        return true;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        TimeSpan pause = _duration / 3;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                LeaseInfo renewed = await _store.TryRenewAsync(_name, _owner, _duration, cancel).ConfigureAwait(false);
                Accept(renewed);
            }
            catch (TimeoutException)
            {
            }
            catch (OperationCanceledException)
            {
                break;
            }

            try
            {
                await Task.Delay(pause, _time, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        Accept(s_none);
    }

    private void Accept(LeaseInfo lease)
    {
        _lease = lease;
    }
}
