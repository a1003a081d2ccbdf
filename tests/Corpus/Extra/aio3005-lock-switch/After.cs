using System.Threading;

namespace Corpus.Extra.Aio3005LockSwitch.After;

public sealed class Valve
{
    private readonly Lock _sync = new Lock();
    private int _state;
    private int _turns;

    public int Turn(int by)
    {
        lock (_sync)
        {
            switch (_state)
            {
                case 0:
                    _state = 1;
                    _turns += by;
                    break;
                case 1:
                    _turns -= by;
                    break;
                default:
                    return -1;
            }

            int turns = _turns;
            return turns;
        }
    }

    public void Jam()
    {
        lock (_sync)
        {
            _state = 2;
        }
    }
}
