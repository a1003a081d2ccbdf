using System.Threading;

namespace Corpus.Extra.NegAio4002VolatileByName;

public sealed class Engine
{
    private volatile int _state;
    private volatile string _name = string.Empty;

    public bool TryStart() => Interlocked.CompareExchange(ref _state, 1, 0) == 0;

    public bool IsRunning
    {
        get
        {
            ref int state = ref _state;
            return Volatile.Read(ref state) == 1;
        }
    }

    public void Stop()
    {
        int state = _state;
        if (state != 2)
        {
            Interlocked.Exchange(ref _state, 2);
        }
    }

    public string Rename(string name) => Interlocked.Exchange(ref _name, name);

    public static void Clear(Engine engine) => Change(ref engine._name, string.Empty);

    private static void Change(ref string place, string value) => Volatile.Write(ref place, value);
}
