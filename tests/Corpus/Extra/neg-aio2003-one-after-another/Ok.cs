using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2003OneAfterAnother;

[Flags]
public enum Stages
{
    None = 0,
    Parsed = 1,
    Linked = 2,
}

public sealed class ImportJob
{
    private readonly Action _parse;
    private readonly Action _link;
    private volatile Stages _done;

    public ImportJob(Action parse, Action link)
    {
        _parse = parse;
        _link = link;
    }

    public bool IsParsed => (_done & Stages.Parsed) != 0;

    public async Task RunAsync()
    {
        await Task.Run(() =>
        {
            _parse();
            _done |= Stages.Parsed;
        }).ConfigureAwait(false);
        await Task.Run(() =>
        {
            _link();
            _done |= Stages.Linked;
        }).ConfigureAwait(false);
    }
}
