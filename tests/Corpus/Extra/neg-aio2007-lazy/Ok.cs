using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2007Lazy;

public sealed class Settings
{
    private string[] _values;

    public string[] Values
    {
        get
        {
            if (_values != null)
            {
                return _values;
            }

            Interlocked.CompareExchange(ref _values, Load(), null);
            return _values;
        }
    }

    public Task Warm() => Task.Run(() => Values.Length);

    private static string[] Load() => new[] { Environment.MachineName };
}
