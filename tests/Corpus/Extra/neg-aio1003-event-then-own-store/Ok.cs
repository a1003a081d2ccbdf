using System;
using System.Threading;

namespace Corpus.Extra.NegAio1003EventThenOwnStore;

public sealed class Exchange
{
    private readonly AutoResetEvent _asked = new AutoResetEvent(false);
    private readonly AutoResetEvent _answered = new AutoResetEvent(false);
    private string _question;
    private string _answer;
    private DateTime _lastAsked;
    private string _previous;

    public DateTime LastAsked => _lastAsked;

    public string Ask(string question)
    {
        _question = question;
        _asked.Set();
        _lastAsked = DateTime.UtcNow;
        _answered.WaitOne();
        _previous = question;
        return _answer;
    }

    public string Previous() => _previous;

    public void Serve(Func<string, string> think)
    {
        _asked.WaitOne();
        _answer = think(_question);
        _answered.Set();
    }
}
