using System;
using System.Threading;

namespace Corpus.Extra.Aio1008MatrixCopy.Before;

public sealed class SharedMatrix
{
    private readonly float[] _cells = new float[16];
    private int _stamp;

    /// <summary>Camera thread.</summary>
    public void Store(ReadOnlySpan<float> matrix)
    {
        Interlocked.Increment(ref _stamp);
        matrix.Slice(0, 16).CopyTo(_cells);
        Interlocked.Increment(ref _stamp);
    }

    public bool TryLoad(Span<float> matrix)
    {
        int stamp = Volatile.Read(ref _stamp);
        if (int.IsOddInteger(stamp))
        {
            return false;
        }

        _cells.AsSpan().CopyTo(matrix);
        return Volatile.Read(ref _stamp) == stamp;
    }
}

public sealed class CullThread
{
    private readonly SharedMatrix _view;
    private readonly Action<float> _cull;

    public CullThread(SharedMatrix view, Action<float> cull)
    {
        _view = view;
        _cull = cull;
    }

    public void Run(CancellationToken stop)
    {
        Span<float> matrix = stackalloc float[16];
        while (!stop.IsCancellationRequested)
        {
            if (_view.TryLoad(matrix))
            {
                _cull(matrix[0] + matrix[5] + matrix[10] + matrix[15]);
            }
        }
    }
}
