using System;
using System.Threading;

namespace Corpus.Extra.Aio2001SecondWaits
{
    /// <summary>Loads a module when it is first asked for; who comes meanwhile waits until it is loaded.</summary>
    public sealed class ModuleLoader
    {
        private readonly ManualResetEventSlim _loaded = new ManualResetEventSlim(false);
        private readonly Action _load;
        private int _started;

        public ModuleLoader(Action load)
        {
            _load = load;
        }

        public void EnsureLoaded()
        {
            if (Interlocked.Exchange(ref _started, 1) == 0)
            {
                try
                {
                    _load();
                }
                finally
                {
                    _loaded.Set();
                }
            }
            else
            {
                _loaded.Wait();
            }
        }
    }
}
