using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Prices as of the last download; any request may ask for a new one, and one is under way at a time.</summary>
public sealed class PriceFeed
{
    private readonly HttpClient _client;
    private readonly Uri _source;
    private readonly Action<string> _log;
    private string _prices = "";
    private int _downloading;
    private readonly CancellationTokenSource _stopping = new CancellationTokenSource();

    public void Stop() => _stopping.Cancel();

    public PriceFeed(HttpClient client, Uri source, Action<string> log)
    {
        _client = client;
        _source = source;
        _log = log;
    }

    public string Prices => Volatile.Read(ref _prices);

    public void Refresh() => _ = DownloadAsync();

    private async Task DownloadAsync()
    {
        if (Interlocked.Exchange(ref _downloading, 1) == 1)
            return;

        do
        {
            try
            {
                string text = await _client.GetStringAsync(_source);
                Volatile.Write(ref _prices, text);
                Volatile.Write(ref _downloading, 0);
                return;
            }
            catch (HttpRequestException e)
            {
                _log("once more: " + e.Message);
            }
        }
        while (!_stopping.IsCancellationRequested);
    }
}
