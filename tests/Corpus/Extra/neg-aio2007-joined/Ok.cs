using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio2007Joined;

public sealed class Recorder
{
    private readonly Thread _thread;
    private volatile bool _stop;
    private Stream _file;

    public Recorder(Stream file)
    {
        _file = file;
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void Close()
    {
        _stop = true;
        _thread.Join();
        if (_file != null)
        {
            _file.Dispose();
        }

        _file = null;
    }

    private void Run()
    {
        while (!_stop)
        {
            if (_file != null)
            {
                _file.WriteByte(1);
            }
        }
    }
}
