using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio1004PropertyPattern.After;

public readonly record struct RenderProgress(int Done, int Total, double Milliseconds, long Triangles)
{
    public double Fraction => Total == 0 ? 1 : (double)Done / Total;
}

public sealed class TileBoard
{
    private const int Finished = 2;

    private sealed class Tile
    {
        public Tile(int row, int column) => (Row, Column) = (row, column);
        public readonly int Row, Column;
        public int State;
        public double Cost;
        public long Triangles;
    }

    private readonly Tile[] _tiles;
    private readonly Func<int, int, long> _render;
    private int _next = -1;

    public TileBoard(int rows, int columns, Func<int, int, long> render)
    {
        _render = render;
        _tiles = new Tile[rows * columns];
        for (int i = 0; i < _tiles.Length; i++)
        {
            _tiles[i] = new Tile(i / columns, i % columns);
        }
    }

    public void Start(int workers)
    {
        for (int i = 0; i < workers; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "tile-" + i }.Start();
        }
    }

    public RenderProgress Progress()
    {
        int done = 0;
        double cost = 0;
        long triangles = 0;
        foreach (Tile tile in _tiles)
        {
            if (Volatile.Read(ref tile.State) == Finished)
            {
                done++;
                cost += tile.Cost;
                triangles += tile.Triangles;
            }
        }

        return new RenderProgress(done, _tiles.Length, cost, triangles);
    }

    private void Work()
    {
        int index;
        while ((index = Interlocked.Increment(ref _next)) < _tiles.Length)
        {
            Tile tile = _tiles[index];
            long start = Stopwatch.GetTimestamp();
            tile.Triangles = _render(tile.Row, tile.Column);
            tile.Cost = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Volatile.Write(ref tile.State, Finished);
        }
    }
}
