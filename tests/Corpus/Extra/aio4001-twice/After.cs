using System.Threading;

namespace Corpus.Extra.Aio4001Twice.After;

public sealed class Doorway
{
    private volatile bool _leftWants;
    private volatile bool _rightWants;

    public bool TryLeft()
    {
        _leftWants = true;
        Interlocked.MemoryBarrier();
        int tries = 3;
        while (_rightWants)
        {
            if (--tries == 0)
            {
                _leftWants = false;
                return false;
            }
        }

        return true;
    }

    public bool TryRight()
    {
        _rightWants = true;
        Interlocked.MemoryBarrier();
        if (_leftWants)
        {
            _rightWants = false;
            return false;
        }

        return true;
    }

    public void LeaveLeft() => _leftWants = false;

    public void LeaveRight() => _rightWants = false;
}
