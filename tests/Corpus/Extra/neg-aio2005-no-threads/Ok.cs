using System;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2005NoThreads;

public sealed class RetryOptions
{
    private TimeSpan? _delay;
    private decimal _factor = 1.5m;

    public TimeSpan? Delay
    {
        get => _delay;
        set => _delay = value;
    }

    public void Faster() => _factor /= 2;

    public async Task Wait(int attempt)
    {
        if (_delay.HasValue)
        {
            await Task.Delay(TimeSpan.FromTicks((long)(_delay.Value.Ticks * _factor * attempt)));
        }
    }

    public decimal Cost() => 2 * _factor;
}
