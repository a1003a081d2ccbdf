using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001TakenAwayAtomically
{
    /// <summary>Runs one scan of a catalogue at a time, until it is stopped.</summary>
    public sealed class CatalogueScan
    {
        private readonly object _gate = new object();
        private CancellationTokenSource _stop;
        private Task _scan = Task.CompletedTask;

        public void Start(Func<CancellationToken, Task> scan)
        {
            lock (_gate)
            {
                if (_stop != null)
                {
                    throw new InvalidOperationException("A scan is running.");
                }

                _stop = new CancellationTokenSource();
                CancellationToken token = _stop.Token;
                _scan = Task.Run(() => scan(token), token);
            }
        }

        public async Task StopAsync()
        {
            Task scan = Volatile.Read(ref _scan);
            CancellationTokenSource stop = Interlocked.Exchange(ref _stop, null);
            if (stop == null)
            {
                return;
            }

            stop.Cancel();
            try
            {
                await scan.ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
            }

            stop.Dispose();
        }
    }
}
