using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2007StaticEvent.Before;

public static class Scanner
{
    public static event EventHandler Finished;

    public static void Scan(Action work)
    {
        Task.Run(() =>
        {
            work();
            if (Finished != null)
            {
                Finished(null, EventArgs.Empty);
            }
        });
    }

    public static void Forget(EventHandler handler) => Finished -= handler;
}
