using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005GuidProperty.After;

public sealed class Lease
{
    private volatile string _current = string.Empty;

    public Task Run(Func<Guid> renew, CancellationToken token) => Task.Factory.StartNew(() => Renew(renew, token), TaskCreationOptions.LongRunning);

    public bool Owns(Guid id) => _current == id.ToString();

    private void Renew(Func<Guid> renew, CancellationToken token)
    {
        while (!token.WaitHandle.WaitOne(1000))
        {
            _current = renew().ToString();
        }
    }
}
