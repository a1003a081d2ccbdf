using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2005FilledThenAdded;

public sealed class Quote
{
    public decimal Price { get; set; }
}

public sealed class Quotes
{
    private readonly ConcurrentDictionary<string, Quote> _quotes = new ConcurrentDictionary<string, Quote>();
    private readonly BlockingCollection<(string Name, decimal Price)> _feed = new BlockingCollection<(string Name, decimal Price)>();

    public void Start() => new Thread(Listen) { IsBackground = true }.Start();

    public decimal Of(string name) => _quotes.TryGetValue(name, out Quote quote) ? quote.Price : 0;

    public void Tell(string name, decimal price) => _feed.Add((name, price));

    private void Listen()
    {
        foreach ((string name, decimal price) in _feed.GetConsumingEnumerable())
        {
            var quote = new Quote();
            quote.Price = price;
            _quotes[name] = quote;
        }
    }
}
