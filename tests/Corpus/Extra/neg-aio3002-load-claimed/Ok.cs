using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002LoadClaimed;

public sealed class Codec : IDisposable
{
    public Codec(string name) => Name = name;

    public string Name { get; }

    public void Start() => Console.WriteLine(Name);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
    }
}

public sealed class CodecTable
{
    private readonly object _sync = new object();
    private readonly Dictionary<string, Codec> _codecs = new Dictionary<string, Codec>();
    private readonly HashSet<string> _loading = new HashSet<string>();

    public Codec TryLoad(string name)
    {
        lock (_sync)
        {
            if (_codecs.TryGetValue(name, out Codec known))
            {
                return known;
            }

            if (!_loading.Add(name))
            {
                return null;
            }
        }

        var codec = new Codec(name);
        try
        {
            codec.Start();
        }
        catch
        {
            codec.Dispose();
            Forget(name);
            throw;
        }

        lock (_sync)
        {
            _loading.Remove(name);
            _codecs[name] = codec;
        }

        return codec;
    }

    public void Unload(string name)
    {
        Codec codec;
        lock (_sync)
        {
            if (!_codecs.Remove(name, out codec))
            {
                return;
            }
        }

        codec.Dispose();
    }

    private void Forget(string name)
    {
        lock (_sync)
        {
            _loading.Remove(name);
        }
    }
}
