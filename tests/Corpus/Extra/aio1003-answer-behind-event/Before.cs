using System;
using System.Threading;

namespace Corpus.Extra.Aio1003AnswerBehindEvent.Before;

public sealed class Answer
{
    public Answer(int status, byte[] body)
    {
        Status = status;
        Body = body;
    }

    public int Status { get; }

    public byte[] Body { get; }
}

/// <summary>One call that waits for its answer from the receiving thread.</summary>
public sealed class PendingCall : IDisposable
{
    private readonly ManualResetEventSlim _answered = new ManualResetEventSlim(false);
    private readonly long _number;
    private Answer _answer;

    public PendingCall(long number) => _number = number;

    public long Number => _number;

    public Answer Await()
    {
        _answered.Wait();
        return _answer;
    }

    public void Complete(int status, byte[] body)
    {
        if (body == null)
        {
            throw new ArgumentNullException(nameof(body));
        }

        _answered.Set();
        _answer = new Answer(status, body);
    }

    public void Dispose() => _answered.Dispose();
}
