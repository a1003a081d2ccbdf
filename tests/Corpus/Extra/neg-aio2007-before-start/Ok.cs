using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007BeforeStart;

public sealed class Job
{
    private readonly Action _work;
    private Thread _thread;
    private Exception _error;

    public Job(Action work) => _work = work;

    public void Start()
    {
        if (_error != null)
        {
            Console.Error.WriteLine(_error.Message);
        }

        _thread = new Thread(Run);
        _thread.Start();
    }

    private void Run()
    {
        _error = null;
        try
        {
            _work();
        }
        catch (InvalidOperationException e)
        {
            _error = e;
        }
    }
}
