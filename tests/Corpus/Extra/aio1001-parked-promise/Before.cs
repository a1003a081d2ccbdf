using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraParkedPromise
{
    /// <summary>Letters for one asynchronous reader, from any number of senders.</summary>
    public sealed class Letterbox
    {
        private readonly ConcurrentQueue<string> _letters = new ConcurrentQueue<string>();
        private volatile TaskCompletionSource<bool> _reader;

        public void Drop(string letter)
        {
            _letters.Enqueue(letter);
            Interlocked.MemoryBarrier();
            _reader?.TrySetResult(true);
        }

        public async Task<string> TakeAsync()
        {
            string letter;
            while (!_letters.TryDequeue(out letter))
            {
                await WaitAsync().ConfigureAwait(false);
            }

            return letter;
        }

        private Task WaitAsync()
        {
            var promise = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _reader = promise;
            return _letters.IsEmpty ? promise.Task : Task.CompletedTask;
        }
    }
}
