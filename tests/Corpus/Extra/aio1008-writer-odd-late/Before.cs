using System.Threading;

namespace Corpus.Extra.Aio1008WriterOddLate.Before;

public struct GridCell
{
    private uint _sequence;
    private float _x;
    private float _y;
    private float _z;

    /// <summary>The simulation thread only.</summary>
    internal void Store(float x, float y, float z)
    {
        uint sequence = _sequence;
        Volatile.Write(ref _sequence, sequence + 1);
        _x = x;
        _y = y;
        _z = z;
        Volatile.Write(ref _sequence, sequence + 2);
    }

    internal bool TryLoad(out float x, out float y, out float z)
    {
        uint sequence = Volatile.Read(ref _sequence);
        x = _x;
        y = _y;
        z = _z;
        Volatile.ReadBarrier();
        return (sequence & 1) == 0 && _sequence == sequence;
    }
}

public sealed class PositionGrid
{
    private readonly GridCell[] _cells = new GridCell[4096];

    public void Move(int entity, float x, float y, float z) => _cells[entity].Store(x, y, z);

    public float DistanceSquared(int entity, float x, float y, float z)
    {
        float ex, ey, ez;
        var spin = new SpinWait();
        while (!_cells[entity].TryLoad(out ex, out ey, out ez))
        {
            spin.SpinOnce();
        }

        return ((ex - x) * (ex - x)) + ((ey - y) * (ey - y)) + ((ez - z) * (ez - z));
    }
}
