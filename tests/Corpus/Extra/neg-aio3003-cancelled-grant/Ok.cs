using System;
using System.Threading;

namespace Corpus.Extra.NegAio3003CancelledGrant;

/// <summary>The second section, a release like any other, starts from what it finds.</summary>
public sealed class Turnstile
{
    private readonly object _mutex = new object();
    private readonly SemaphoreSlim _grants = new SemaphoreSlim(0);
    private int _waiting;
    private int _granted;
    private int _inside;

    public void Enter(CancellationToken cancellation)
    {
        lock (_mutex)
        {
            if (_inside == 0)
            {
                _inside = 1;
                return;
            }

            _waiting++;
        }

        try
        {
            _grants.Wait(cancellation);
        }
        catch (OperationCanceledException)
        {
            bool wasGranted;
            lock (_mutex)
            {
                wasGranted = _granted > 0;
                if (wasGranted)
                {
                    _granted--;
                }
                else
                {
                    _waiting--;
                }
            }

            if (wasGranted)
            {
                Leave();
            }

            throw;
        }
    }

    public void Leave()
    {
        lock (_mutex)
        {
            if (_inside == 0)
            {
                throw new InvalidOperationException();
            }

            _inside = 0;
            if (_waiting > 0)
            {
                _waiting--;
                _granted++;
                _inside = 1;
                _grants.Release();
            }
        }
    }
}
