using System.Threading;

namespace Corpus.Extra.Aio1007RefToVolatile.After;

public sealed class PhaseGate
{
    private volatile int _leftPhase;
    private volatile int _rightPhase;

    public void StepLeft() => Step(left: true);

    public void StepRight() => Step(left: false);

    private void Step(bool left)
    {
        int reached;
        if (left)
        {
            reached = _leftPhase + 1;
            _leftPhase = reached;
        }
        else
        {
            reached = _rightPhase + 1;
            _rightPhase = reached;
        }

        ref int other = ref left ? ref _rightPhase : ref _leftPhase;
        while (Volatile.Read(ref other) < reached)
        {
        }
    }
}

public sealed class Lockstep
{
    private readonly PhaseGate _gate = new PhaseGate();
    private readonly long[] _left = new long[100];
    private readonly long[] _right = new long[100];

    public void Start()
    {
        new Thread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _left[i] = i == 0 ? 1 : _right[i - 1] + 1;
                _gate.StepLeft();
            }
        }).Start();
        new Thread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _right[i] = i == 0 ? 1 : _left[i - 1] * 2;
                _gate.StepRight();
            }
        }).Start();
    }
}
