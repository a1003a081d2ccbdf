using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1008PlainEven.After;

public struct Account
{
    public long Cash;
    public long Margin;
    public long Exposure;
}

public sealed class AccountCell
{
    private int _version;
    private Account _account;

    public delegate void Change(ref Account account);

    public void Update(Change change)
    {
        Interlocked.Increment(ref _version);
        change(ref _account);
        Volatile.Write(ref _version, _version + 1);
    }

    public Account Read()
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            Account copy = _account;
            Volatile.ReadBarrier();
            if (version == _version && (version & 1) == 0)
            {
                return copy;
            }
        }
    }
}

public sealed class MarginWatch
{
    private readonly AccountCell _cell = new AccountCell();

    /// <summary>The matching thread.</summary>
    public void OnFill(long cash, long margin) => _cell.Update((ref Account a) =>
    {
        a.Cash -= cash;
        a.Margin += margin;
        a.Exposure = a.Margin * 20;
    });

    public Task WatchAsync(CancellationToken stop, TaskCompletionSource<Account> alarm) => Task.Run(() =>
    {
        while (!stop.IsCancellationRequested)
        {
            Account account = _cell.Read();
            if (account.Cash < account.Margin)
            {
                alarm.TrySetResult(account);
                return;
            }
        }
    });
}
