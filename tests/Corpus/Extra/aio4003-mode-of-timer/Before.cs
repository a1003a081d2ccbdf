using System.Threading;

namespace Corpus.Extra.Aio4003ModeOfTimer.Before;

public abstract class Regulator
{
    private const int Eco = 1;
    private readonly Timer _timer;
    private int _mode;

    protected Regulator(int period) => _timer = new Timer(_ => Adjust(), null, period, period);

    protected abstract bool IsHot();

    protected abstract void Heat(int power);

    public void Tick()
    {
        if (_mode == Eco)
        {
            Heat(1);
        }
        else
        {
            Heat(4);
        }
    }

    private void Adjust() => Volatile.Write(ref _mode, IsHot() ? Eco : 0);
}
