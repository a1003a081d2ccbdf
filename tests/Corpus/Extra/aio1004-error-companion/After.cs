using System;
using System.Threading;

namespace Corpus.Extra.Aio1004ErrorCompanion.After;

public sealed class BatchJob
{
    private readonly Func<(int Code, string Message)> _body;
    private int _exitCode;
    private string _message;

    public BatchJob(Func<(int Code, string Message)> body)
    {
        _body = body;
    }

    public void Start()
    {
        var thread = new Thread(Run) { IsBackground = true };
        thread.Start();
    }

    public bool HasEnded => Volatile.Read(ref _message) != null;

    public int ExitCode
    {
        get
        {
            if (!HasEnded)
            {
                throw new InvalidOperationException("The job runs.");
            }

            return _exitCode;
        }
    }

    private void Run()
    {
        var (code, message) = _body();
        _exitCode = code;
        Volatile.Write(ref _message, message ?? string.Empty);
    }
}
