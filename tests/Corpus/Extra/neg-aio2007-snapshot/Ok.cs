using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007Snapshot;

public sealed class Probe
{
    private readonly Timer _timer;
    private Action _hook;

    public Probe() => _timer = new Timer(_ => Fire(), null, 100, 100);

    public event Action<int> Fired;

    public void Hook(Action hook) => Volatile.Write(ref _hook, hook);

    public void Unhook() => Volatile.Write(ref _hook, null);

    private void Fire()
    {
        Action hook = Volatile.Read(ref _hook);
        if (hook != null)
        {
            hook();
        }

        Fired?.Invoke(1);
        Action<int> handlers = Fired;
        if (handlers != null)
        {
            handlers(2);
        }
    }
}
