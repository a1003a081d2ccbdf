using System.Threading;

namespace Corpus.Extra.Aio3005FinallyAsksResult.Before;

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
            if (done)
            {
                _lock.Exit();
            }
        }
    }
}
