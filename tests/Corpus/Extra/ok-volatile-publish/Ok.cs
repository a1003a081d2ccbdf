using System;
using System.Threading;

namespace Corpus.Extra.OkVolatilePublish;

public sealed class StartupReport
{
    private readonly string[] _warnings = new string[32];
    private volatile bool _complete;
    private int _warningCount;
    private TimeSpan _elapsed;

    private bool IsComplete => _complete;

    public void Begin(Func<string[]> check) => ThreadPool.QueueUserWorkItem(_ =>
    {
        long start = Environment.TickCount64;
        foreach (string warning in check())
        {
            if (_warningCount < _warnings.Length)
            {
                _warnings[_warningCount++] = warning;
            }
        }

        _elapsed = TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
        Finish();
    });

    public string Summary()
    {
        if (!IsComplete)
        {
            return "checks are running";
        }

        return _warningCount == 0
            ? "no warnings in " + _elapsed
            : string.Join(Environment.NewLine, _warnings, 0, _warningCount);
    }

    private void Finish() => _complete = true;
}
