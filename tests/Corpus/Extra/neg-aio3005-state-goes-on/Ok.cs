using System;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraStateGoesOn
{
    /// <summary>A rehearsal that is begun once. It may be called off at any time.</summary>
    public abstract class Rehearsal
    {
        private const int Planned = 0;
        private const int Beginning = 1;
        private const int Playing = 2;
        private const int Over = 3;

        private int _state;

        public bool IsPlaying => Volatile.Read(ref _state) == Playing;

        public async Task BeginAsync()
        {
            if (Interlocked.CompareExchange(ref _state, Beginning, Planned) != Planned)
                throw new InvalidOperationException("It was begun or called off before.");

            await GatherAsync().ConfigureAwait(false);
            if (Interlocked.CompareExchange(ref _state, Playing, Beginning) != Beginning)
                await DismissAsync().ConfigureAwait(false);
        }

        public Task CallOffAsync() => Interlocked.Exchange(ref _state, Over) == Playing ? DismissAsync() : Task.CompletedTask;

        protected abstract Task GatherAsync();

        protected abstract Task DismissAsync();
    }
}
