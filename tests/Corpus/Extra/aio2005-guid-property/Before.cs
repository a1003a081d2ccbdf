using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2005GuidProperty.Before;

public sealed class Lease
{
    private Guid Current { get; set; }

    public Task Run(Func<Guid> renew, CancellationToken token) => Task.Factory.StartNew(() => Renew(renew, token), TaskCreationOptions.LongRunning);

    public bool Owns(Guid id) => Current.Equals(id);

    private void Renew(Func<Guid> renew, CancellationToken token)
    {
        while (!token.WaitHandle.WaitOne(1000))
        {
            Current = renew();
        }
    }
}
