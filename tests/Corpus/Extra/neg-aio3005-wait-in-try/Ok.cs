using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3005WaitInTry;

public sealed class Ledger
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private readonly SemaphoreSlim _places = new SemaphoreSlim(8);
    private long _balance;

    public async Task<long> AddAsync(long amount)
    {
        try
        {
            await _turn.WaitAsync();
            _balance += amount;
            return _balance;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<long> SubtractAsync(long amount)
    {
        try
        {
            await _turn.WaitAsync(CancellationToken.None);
            _balance -= amount;
            return _balance;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<long> SetAsync(long amount, CancellationToken token)
    {
        bool isTaken = false;
        try
        {
            await _turn.WaitAsync(token);
            isTaken = true;
            _balance = amount;
            return _balance;
        }
        finally
        {
            if (isTaken)
            {
                _turn.Release();
            }
        }
    }

    public async Task ReserveAsync(int places, Func<Task> work, CancellationToken token)
    {
        int got = 0;
        try
        {
            for (; got < places; got++)
            {
                await _places.WaitAsync(token);
            }

            await work();
        }
        finally
        {
            if (got > 0)
            {
                _places.Release(got);
            }
        }
    }
}
