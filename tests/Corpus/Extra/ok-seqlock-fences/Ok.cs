using System.Threading;

namespace Corpus.Extra.OkSeqlockFences;

public sealed class SharedPair<T>
    where T : struct
{
    private readonly Lock _writers = new Lock();
    private int _version;
    private T _first;
    private T _second;

    public void Set(T first, T second)
    {
        lock (_writers)
        {
            _version++;
            Volatile.WriteBarrier();
            _first = first;
            _second = second;
            Volatile.WriteBarrier();
            _version++;
        }
    }

    public (T First, T Second) Get()
    {
        for (var spin = new SpinWait(); ; spin.SpinOnce())
        {
            int version = Volatile.Read(ref _version);
            T first = _first;
            T second = _second;
            Volatile.ReadBarrier();
            if (version == _version && version % 2 == 0)
            {
                return (first, second);
            }
        }
    }
}
