using System;

namespace Corpus.Extra.NegAio2002ReportOnce;

public sealed class FailureNotes
{
    private volatile bool _reportNext = true;
    private volatile bool _isVerbose;
    private volatile string _last;

    public string Last => _last;

    public void AskForReport() => _reportNext = true;

    public void BeVerbose() => _isVerbose = true;

    public void OnFailure(string what)
    {
        if (!_reportNext)
            return;
        _last = what;
        _reportNext = false;
        bool verbose = _isVerbose;
        Console.Error.WriteLine(verbose ? what + " at " + DateTime.UtcNow : what);
    }
}
