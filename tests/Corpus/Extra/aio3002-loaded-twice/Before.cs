using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Corpus.Extra.Aio3002LoadedTwice.Before;

public interface IPlugin : IDisposable
{
    string Name { get; }
    void Initialize(IServiceProvider services);
}

public interface IPluginActivator
{
    IPlugin Create(string assemblyPath);
}

public sealed class PluginCatalog : IDisposable
{
    private readonly IPluginActivator _activator;
    private readonly IServiceProvider _services;
    private readonly object _sync = new object();
    private readonly Dictionary<string, IPlugin> _plugins = new Dictionary<string, IPlugin>(StringComparer.OrdinalIgnoreCase);
    private bool _closed;

    public PluginCatalog(IPluginActivator activator, IServiceProvider services)
    {
        _activator = activator;
        _services = services;
    }

    public IPlugin Load(string assemblyPath)
    {
        var key = Path.GetFullPath(assemblyPath);

        lock (_sync)
        {
            ThrowIfClosed();
            if (_plugins.TryGetValue(key, out var existing))
                return existing;
        }

        var plugin = _activator.Create(key);
        try
        {
            plugin.Initialize(_services);
        }
        catch
        {
            plugin.Dispose();
            throw;
        }

        bool stored = false;
        lock (_sync)
        {
            if (!_closed)
            {
                _plugins[key] = plugin;
                stored = true;
            }
        }

        if (!stored)
        {
            plugin.Dispose();
            throw new ObjectDisposedException(nameof(PluginCatalog));
        }

        return plugin;
    }

    public bool Unload(string assemblyPath)
    {
        IPlugin plugin;
        lock (_sync)
        {
            if (!_plugins.Remove(Path.GetFullPath(assemblyPath), out plugin))
                return false;
        }

        plugin.Dispose();
        return true;
    }

    public IReadOnlyCollection<string> LoadedNames
    {
        get
        {
            lock (_sync)
                return _plugins.Values.Select(p => p.Name).ToArray();
        }
    }

    public void Dispose()
    {
        IPlugin[] all;
        lock (_sync)
        {
            _closed = true;
            all = _plugins.Values.ToArray();
            _plugins.Clear();
        }

        foreach (var plugin in all)
            plugin.Dispose();
    }

    private void ThrowIfClosed()
    {
        if (_closed)
            throw new ObjectDisposedException(nameof(PluginCatalog));
    }
}
