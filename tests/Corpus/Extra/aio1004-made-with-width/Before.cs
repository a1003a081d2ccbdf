using System.Threading;

namespace Corpus.Extra.Aio1004MadeWithWidth.Before;

public sealed class Sign
{
    private string? _text;
    private int _width;

    public int Width
    {
        get
        {
            if (_text != null)
            {
                return _width;
            }

            return 0;
        }
    }

    public string Text
    {
        get
        {
            if (Volatile.Read(ref _text) == null)
            {
                string text = "stop";
                _width = text.Length * 12;
                Interlocked.CompareExchange(ref _text, text, null);
            }

            return _text!;
        }
    }
}
