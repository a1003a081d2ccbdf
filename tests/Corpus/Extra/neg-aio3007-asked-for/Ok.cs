using System.Threading;

namespace Corpus.Extra.NegAio3007AskedFor;

public sealed class Kettle
{
    private readonly object _gate = new();

    public Boiling Boil(CancellationToken token)
    {
        var boiling = new Boiling();
        token.Register(
            state =>
            {
                var mine = (Boiling)state!;
                lock (_gate)
                {
                    if (mine.Handle != null)
                    {
                        mine.Handle.Set();
                    }
                }
            },
            boiling);
        boiling.Handle = new ManualResetEvent(false);
        return boiling;
    }

    public sealed class Boiling
    {
        internal ManualResetEvent? Handle;
    }
}
