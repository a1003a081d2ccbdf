using System;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraAnswerWindow
{
    public sealed class Message
    {
        public long Number;
    }

    public sealed class Window
    {
        private readonly SemaphoreSlim _open = new SemaphoreSlim(16, 16);
        private readonly Func<Message, Task> _send;
        private long _last;

        public Window(Func<Message, Task> send) => _send = send;

        public async Task<long> PostAsync(Message message)
        {
            await _open.WaitAsync();
            message.Number = Interlocked.Increment(ref _last);
            await _send(message);
            return message.Number;
        }

        public async Task<bool> TryPostAsync(Message message)
        {
            try
            {
                await PostAsync(message);
                return true;
            }
            catch (InvalidOperationException)
            {
                OnAnswer();
                return false;
            }
        }

        public void OnAnswer() => _open.Release();
    }
}
