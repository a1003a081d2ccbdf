using System;
using System.Threading;

namespace Corpus.Extra.Aio1005VersionAfterData.Before;

public sealed class ThemeSource
{
    private readonly object _gate = new object();
    private string _theme = "light";
    private int _version;

    public int Version => Volatile.Read(ref _version);

    public string Theme => Volatile.Read(ref _theme);

    public void Set(string theme)
    {
        lock (_gate)
        {
            Volatile.Write(ref _theme, theme);
            Volatile.Write(ref _version, _version + 1);
        }
    }
}

public sealed class Renderer
{
    private readonly ThemeSource _source;
    private readonly Action<string> _apply;
    private int _appliedVersion = -1;

    public Renderer(ThemeSource source, Action<string> apply)
    {
        _source = source;
        _apply = apply;
    }

    public void Start(CancellationToken stop) => new Thread(() =>
    {
        while (!stop.WaitHandle.WaitOne(16))
        {
            OnFrame();
        }
    }).Start();

    private void OnFrame()
    {
        string theme = _source.Theme;
        int version = _source.Version;
        if (version != _appliedVersion)
        {
            _apply(theme);
            _appliedVersion = version;
        }
    }
}
