using System.Threading;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>Where a thread sleeps until it is given the baton. It blocks and never spins: the others need the processor.</summary>
internal sealed class Gate
{
    private readonly object _lock = new();
    private bool _isOpen;

    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Waits until it is open, and closes it.</summary>
    /// <returns>False when the time was up first.</returns>
    public bool Pass(int milliseconds = Timeout.Infinite)
    {
        lock (_lock)
        {
            while (!_isOpen)
            {
                if (!Monitor.Wait(_lock, milliseconds)) return false;
            }

            _isOpen = false;
            return true;
        }
    }
}
