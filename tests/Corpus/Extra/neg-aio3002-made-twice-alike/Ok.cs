using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002MadeTwiceAlike;

public sealed class Product
{
    private readonly object _sync = new object();
    private readonly string[] _words;
    private readonly Func<Task<int>> _ask;
    private string _title;
    private List<string> _sorted;
    private Task<int> _price;

    public Product(string[] words, Func<Task<int>> ask)
    {
        _words = words;
        _ask = ask;
    }

    public string Title
    {
        get
        {
            if (_title == null)
            {
                lock (_sync)
                {
                    _title = string.Join(' ', _words);
                }
            }

            return _title;
        }
    }

    public IReadOnlyList<string> Sorted
    {
        get
        {
            if (_sorted == null)
            {
                lock (_sync)
                {
                    _sorted = _words.OrderBy(w => w).ToList();
                }
            }

            return _sorted;
        }
    }

    public Task<int> PriceAsync()
    {
        if (_price == null)
        {
            lock (_sync)
            {
                _price ??= _ask();
            }
        }

        return _price;
    }
}
