using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio3006Joined;

public sealed unsafe class Sampler
{
    private readonly Thread _thread;
    private long* _block;
    private volatile bool _stop;

    public Sampler()
    {
        _block = (long*)NativeMemory.Alloc(1024);
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void Stop()
    {
        _stop = true;
        _thread.Join();
        NativeMemory.Free(_block);
        _block = null;
    }

    private void Run()
    {
        for (int i = 0; !_stop; i++)
        {
            _block[i & 127] = i;
        }
    }
}
