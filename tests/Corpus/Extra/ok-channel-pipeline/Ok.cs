using System;
using System.IO;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Corpus.Extra.OkChannelPipeline;

public sealed class ThumbnailPipeline
{
    private sealed class Item
    {
        public string Path;
        public byte[] Source;
        public byte[] Result;
        public bool Failed;
    }

    private readonly Channel<Item> _loaded = Channel.CreateBounded<Item>(32);
    private readonly Channel<Item> _scaled = Channel.CreateBounded<Item>(32);
    private readonly Func<byte[], byte[]> _scale;
    private int _written;
    private int _failed;

    public ThumbnailPipeline(Func<byte[], byte[]> scale) => _scale = scale;

    public async Task<(int Written, int Failed)> RunAsync(string[] paths)
    {
        await Task.WhenAll(Load(paths), Task.Run(Scale), Task.Run(Store)).ConfigureAwait(false);
        return (_written, _failed);
    }

    private async Task Load(string[] paths)
    {
        foreach (string path in paths)
        {
            var item = new Item { Path = path, Source = await File.ReadAllBytesAsync(path) };
            await _loaded.Writer.WriteAsync(item);
        }

        _loaded.Writer.Complete();
    }

    private async Task Scale()
    {
        await foreach (Item item in _loaded.Reader.ReadAllAsync())
        {
            try
            {
                item.Result = _scale(item.Source);
            }
            catch (InvalidDataException)
            {
                item.Failed = true;
            }

            item.Source = null;
            await _scaled.Writer.WriteAsync(item);
        }

        _scaled.Writer.Complete();
    }

    private async Task Store()
    {
        await foreach (Item item in _scaled.Reader.ReadAllAsync())
        {
            if (item.Failed)
            {
                _failed++;
                continue;
            }

            await File.WriteAllBytesAsync(item.Path + ".thumb", item.Result);
            _written++;
        }
    }
}
