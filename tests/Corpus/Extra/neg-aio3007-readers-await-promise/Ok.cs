using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraReadersAwaitPromise
{
    /// <summary>Fetches every map tile once, however many ask for it.</summary>
    public sealed class TileSource
    {
        private sealed class Tile
        {
            public readonly TaskCompletionSource<bool> Filled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            public byte[] Picture;
            public int Zoom;
        }

        private readonly ConcurrentDictionary<string, Tile> _tiles = new ConcurrentDictionary<string, Tile>();
        private readonly Func<string, Task<byte[]>> _fetch;

        public TileSource(Func<string, Task<byte[]>> fetch) => _fetch = fetch;

        public async Task<int> SizeOfAsync(string name)
        {
            if (!_tiles.TryGetValue(name, out Tile tile))
            {
                var own = new Tile();
                tile = _tiles.GetOrAdd(name, own);
                if (ReferenceEquals(tile, own))
                {
                    _ = FillAsync(name, own);
                }
            }

            await tile.Filled.Task.ConfigureAwait(false);
            return tile.Picture.Length + tile.Zoom;
        }

        private async Task FillAsync(string name, Tile tile)
        {
            try
            {
                tile.Picture = await _fetch(name).ConfigureAwait(false);
                tile.Zoom = name.Length;
            }
            catch (Exception e)
            {
                _tiles.TryRemove(name, out _);
                tile.Filled.SetException(e);
                return;
            }

            tile.Filled.SetResult(true);
        }
    }
}
