using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Neg3005BeginRollsBack;

/// <summary>Begin keeps the turn until End; where it fails it gives the turn back itself.</summary>
public sealed class Session
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private readonly object _sync = new object();
    private readonly Func<Task> _open;
    private readonly Action _check;

    public Session(Func<Task> open, Action check)
    {
        _open = open;
        _check = check;
    }

    public async Task BeginAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await _open();
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void End() => _turn.Release();

    public void Enter()
    {
        Monitor.Enter(_sync);
        try
        {
            _check();
        }
        catch (Exception)
        {
            Monitor.Exit(_sync);
            throw;
        }
    }

    public void Exit()
    {
        Monitor.Exit(_sync);
    }
}

/// <summary>The permit goes to the caller in an object that gives it back.</summary>
public sealed class Pass
{
    private readonly SemaphoreSlim _permits = new SemaphoreSlim(1);
    private readonly Action _check;

    public Pass(Action check) => _check = check;

    public IDisposable Take()
    {
        _permits.Wait();
        try
        {
            _check();
            return new Permit(_permits);
        }
        catch
        {
            _permits.Release();
            throw;
        }
    }
}

internal sealed class Permit : IDisposable
{
    private readonly SemaphoreSlim _from;

    public Permit(SemaphoreSlim from) => _from = from;

    public void Dispose() => _from.Release();
}
