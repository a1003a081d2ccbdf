using System.Threading;

namespace Corpus.Extra.NegAio4001HalfBarriers;

public sealed class Frame
{
    private int _version;
    private int _width;
    private int _height;

    public void Set(int width, int height)
    {
        int version = _version + 1;
        Volatile.Write(ref _version, version);
        Volatile.WriteBarrier();
        _width = width;
        _height = height;
        Volatile.Write(ref _version, version + 1);
    }

    public (int, int) Get()
    {
        while (true)
        {
            int before = Volatile.Read(ref _version);
            int width = _width;
            int height = _height;
            Volatile.ReadBarrier();
            if ((before & 1) == 0 && _version == before)
            {
                return (width, height);
            }
        }
    }
}
