using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2003AsyncGate;

public sealed class LeaseTable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _leases;

    public int Leases => Volatile.Read(ref _leases);

    public async Task EnterAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            _leases++;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<bool> LeaveAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return --_leases == 0;
        }
        finally
        {
            _gate.Release();
        }
    }
}
