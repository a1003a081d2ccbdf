using System.Threading;

namespace Corpus.Extra.NegAio2003StoppedInTwoSections;

public sealed class Pump
{
    private readonly object _sync = new object();
    private readonly ManualResetEventSlim _ended = new ManualResetEventSlim();
    private bool _isRunning;

    public bool Start()
    {
        lock (_sync)
        {
            if (_isRunning)
            {
                return false;
            }

            _isRunning = true;
            return true;
        }
    }

    public void Stop()
    {
        lock (_sync)
        {
            if (!_isRunning)
            {
                return;
            }
        }

        _ended.Wait();
        lock (_sync)
        {
            _isRunning = false;
        }
    }
}
