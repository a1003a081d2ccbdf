using System.Threading;

namespace Corpus.Extra.Aio3005FinallyAsksResult.After;

public sealed class Dispenser
{
    private SpinLock _lock = new SpinLock(false);
    private int _left = 10;

    public bool TryDispense()
    {
        bool taken = false;
        bool done = false;
        try
        {
            _lock.Enter(ref taken);
            if (_left > 0)
            {
                _left--;
                done = true;
            }

            return done;
        }
        finally
        {
            if (taken)
            {
                _lock.Exit();
            }
        }
    }
}
