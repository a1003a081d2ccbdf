using System;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2005Flagged;

public sealed class Answer
{
    private decimal _value;
    private volatile bool _isKnown;

    public Task Ask(Func<decimal> ask) => Task.Run(() =>
    {
        _value = ask();
        _isKnown = true;
    });

    public bool TryGet(out decimal value)
    {
        if (_isKnown)
        {
            value = _value;
            return true;
        }

        value = 0;
        return false;
    }
}
