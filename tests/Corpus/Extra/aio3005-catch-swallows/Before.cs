using System;
using System.Threading;

namespace Corpus.Extra.Aio3005CatchSwallows.Before;

public sealed class Settings
{
    private readonly object _sync = new object();
    private readonly Func<string, object> _parse;
    private object _current;

    public Settings(Func<string, object> parse) => _parse = parse;

    public bool Reload(string text)
    {
        Monitor.Enter(_sync);
        try
        {
            _current = _parse(text);
            Monitor.Exit(_sync);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public object Current
    {
        get
        {
            lock (_sync)
            {
                return _current;
            }
        }
    }
}
