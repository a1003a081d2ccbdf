using System;
using System.Threading;

namespace Corpus.Extra.NegAio3007LambdaKept;

public sealed class ReportSource
{
    private readonly Lazy<string> _text;
    private readonly Func<string> _title;
    private readonly string _name;
    private readonly object _sync = new object();
    private int _asked;

    public ReportSource(string name)
    {
        _text = new Lazy<string>(() => Render());
        _title = () => _name.ToUpperInvariant();
        _name = name;
    }

    public string Text
    {
        get
        {
            lock (_sync)
            {
                _asked++;
            }

            return _text.Value;
        }
    }

    private string Render() => _title() + ": " + _name + " " + Volatile.Read(ref _asked);
}
