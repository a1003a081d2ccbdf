using System;
using System.Collections.Generic;

public sealed class MapTiles
{
    private sealed class Tile
    {
        public byte[] Pixels;
        public int Viewers;
        public bool Stale;
    }

    private readonly Dictionary<long, Tile> _tiles = new Dictionary<long, Tile>();
    private readonly Func<long, byte[]> _render;

    public MapTiles(Func<long, byte[]> render) => _render = render;

    public byte[] Show(long key)
    {
        lock (_tiles)
        {
            if (!_tiles.TryGetValue(key, out Tile tile))
            {
                tile = new Tile { Pixels = _render(key) };
                _tiles.Add(key, tile);
            }

            tile.Viewers++;
            return tile.Pixels;
        }
    }

    public void Hide(long key)
    {
        lock (_tiles)
        {
            if (!_tiles.TryGetValue(key, out Tile tile))
                return;
            tile.Viewers--;
            if (tile.Viewers == 0 && tile.Stale)
                _tiles.Remove(key);
        }
    }

    public void Renew(long key)
    {
        lock (_tiles)
        {
            if (!_tiles.TryGetValue(key, out Tile tile))
                return;
            tile.Stale = true;
            if (tile.Viewers == 0)
                _tiles.Remove(key);
        }
    }
}
