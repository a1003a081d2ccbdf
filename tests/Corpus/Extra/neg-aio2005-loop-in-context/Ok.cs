using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2005LoopInContext;

public readonly record struct Forecast(string Place, DateTimeOffset At, double Degrees);

public interface IForecastService
{
    Task<string> ReadAsync(CancellationToken cancel);
}

public sealed class ForecastView
{
    private readonly IForecastService _service;
    private Forecast _shown;

    public ForecastView(IForecastService service)
    {
        _service = service;
    }

    public Forecast Shown => _shown;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            double degrees = await ReadAsync(cancel);
            _shown = new Forecast("here", DateTimeOffset.UtcNow, degrees);
            await Task.Delay(1000, cancel);
        }
    }

    private async Task<double> ReadAsync(CancellationToken cancel)
    {
        string text = await _service.ReadAsync(cancel).ConfigureAwait(false);
        return double.Parse(text);
    }
}
