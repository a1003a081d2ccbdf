using System;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2007Awaited;

public sealed class Importer
{
    private readonly Func<string> _read;
    private string _pending;

    public Importer(Func<string> read) => _read = read;

    public async Task<int> Import()
    {
        _pending = _read();
        if (_pending == null)
        {
            return 0;
        }

        int length = _pending.Length;
        await Task.Run(() =>
        {
            Console.WriteLine(_pending);
            _pending = null;
        });
        return length;
    }
}
