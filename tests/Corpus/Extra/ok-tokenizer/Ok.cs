using System;
using System.Collections.Generic;
using System.Globalization;

namespace Corpus.Extra.OkTokenizer;

public sealed class Tokenizer
{
    private readonly string _text;
    private int _position;
    private bool _done;
    private bool _pending;
    private string _token;

    public Tokenizer(string text)
    {
        _text = text;
    }

    public bool Ready => _pending;

    public List<string> ToList()
    {
        var tokens = new List<string>();
        while (!_done)
        {
            Advance();
            if (_pending)
            {
                _pending = false;
                tokens.Add(_token);
            }
        }

        return tokens;
    }

    private void Advance()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        if (_position == _text.Length)
        {
            _done = true;
            return;
        }

        int start = _position++;
        if (char.IsLetterOrDigit(_text[start]))
        {
            while (_position < _text.Length && char.IsLetterOrDigit(_text[_position]))
            {
                _position++;
            }
        }

        _token = _text.Substring(start, _position - start).ToLower(CultureInfo.InvariantCulture);
        _pending = true;
    }
}
