using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3005HelperKeptForCaller;

public abstract class LockedTable
{
    private readonly object _sync = new object();

    protected void Hold() => Monitor.Enter(_sync);

    protected void LetGo() => Monitor.Exit(_sync);
}

public sealed class PriceTable : LockedTable
{
    private readonly Dictionary<string, decimal> _prices = new Dictionary<string, decimal>();

    /// <summary>Where it says yes, the caller has the table to itself until it calls EndEdit.</summary>
    public bool TryBeginEdit(string name)
    {
        Hold();
        if (_prices.ContainsKey(name))
        {
            return true;
        }

        LetGo();
        return false;
    }

    public void Set(string name, decimal price) => _prices[name] = price;

    public void EndEdit()
    {
        LetGo();
    }
}
