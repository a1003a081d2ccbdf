using System.Threading;

namespace Corpus.Extra.Aio3005SpinLoopReturn.After;

public sealed class Scores
{
    private readonly int[] _scores = new int[16];
    private SpinLock _spin = new SpinLock(false);

    public void Set(int player, int score)
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            _scores[player] = score;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }

    public int FirstAbove(int limit)
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            for (int i = 0; i < _scores.Length; i++)
            {
                if (_scores[i] > limit)
                {
                    return i;
                }
            }

            return -1;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }
}
