using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007NumberReadAgain
{
    /// <summary>Questions that wait for their answers, by the number that the other side gives back.</summary>
    public sealed class OpenQuestions
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> _open = new ConcurrentDictionary<int, TaskCompletionSource<string>>();
        private int _last;

        public Task<string> Ask(out int number)
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Increment(ref _last);
            number = _last;
            _open[number] = answer;
            return answer.Task;
        }

        public void Answered(int number, string text)
        {
            if (_open.TryRemove(number, out TaskCompletionSource<string> answer))
            {
                answer.TrySetResult(text);
            }
        }
    }
}
