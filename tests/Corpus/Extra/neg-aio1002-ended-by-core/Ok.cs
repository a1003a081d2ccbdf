using System;
using System.IO;
using System.Threading.Tasks;

namespace ExtraEndedByCore
{
    public sealed class Upload : IDisposable
    {
        private readonly object _gate = new object();
        private string _reason;
        private bool _isEnded;

        public async Task SendAsync(Func<Task> send)
        {
            lock (_gate)
            {
                _reason = "under way";
            }

            try
            {
                await send().ConfigureAwait(false);
            }
            catch (IOException e)
            {
                _reason = e.Message;
                Dispose();
                throw;
            }
        }

        public void Dispose() => End();

        public string State()
        {
            if (_isEnded)
                return "ended: " + _reason;
            return "open";
        }

        private void End()
        {
            if (_isEnded)
                return;
            lock (_gate)
            {
                _isEnded = true;
            }
        }
    }
}
