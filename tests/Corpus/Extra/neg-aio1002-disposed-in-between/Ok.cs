using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio1002DisposedInBetween;

public sealed class Feed : IDisposable
{
    private readonly object _gate = new object();
    private string _target;
    private bool _isClosed;

    public async Task ConnectAsync(string target, Func<string, Task> connect)
    {
        lock (_gate)
        {
            _target = target;
        }

        try
        {
            await connect(target).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _target = target + "?";
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_isClosed)
        {
            lock (_gate)
            {
                _isClosed = true;
            }
        }
    }

    public string Describe()
    {
        if (_isClosed)
        {
            return "closed: " + _target;
        }

        return "open";
    }
}
