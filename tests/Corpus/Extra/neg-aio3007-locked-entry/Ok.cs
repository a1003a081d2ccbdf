using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio3007LockedEntry;

public sealed class TileSource
{
    private sealed class Tile
    {
        public byte[] Pixels;
        public int Width;
        public int Height;
        public bool Loaded;
        public Exception Error;
    }

    private readonly ConcurrentDictionary<long, Tile> _tiles = new ConcurrentDictionary<long, Tile>();
    private readonly Func<long, (byte[] Pixels, int Width, int Height)> _load;
    private int _loads;

    public TileSource(Func<long, (byte[] Pixels, int Width, int Height)> load)
    {
        _load = load;
    }

    public int Loads => Volatile.Read(ref _loads);

    public byte[] Get(long id, out int width, out int height)
    {
        if (!_tiles.TryGetValue(id, out Tile tile))
        {
            tile = Create(id);
        }

        lock (tile)
        {
            if (tile.Error != null)
            {
                throw new InvalidOperationException("Tile " + id + " did not load.", tile.Error);
            }
            width = tile.Width;
            height = tile.Height;
            return tile.Pixels;
        }
    }

    private Tile Create(long id)
    {
        var fresh = new Tile();
        lock (fresh)
        {
            Tile winner = _tiles.GetOrAdd(id, fresh);
            if (winner != fresh)
            {
                return winner;
            }

            Interlocked.Increment(ref _loads);
            try
            {
                (fresh.Pixels, fresh.Width, fresh.Height) = _load(id);
                fresh.Loaded = true;
            }
            catch (Exception e)
            {
                fresh.Error = e;
                _tiles.TryRemove(id, out _);
            }
            return fresh;
        }
    }

    public bool Forget(long id)
    {
        if (!_tiles.TryGetValue(id, out Tile tile)) return false;
        lock (tile)
        {
            return tile.Loaded && _tiles.TryRemove(new System.Collections.Generic.KeyValuePair<long, Tile>(id, tile));
        }
    }
}
