using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Goes through the words of a piece of code that are neither in comments nor in strings, those in the holes of interpolated strings included. It gives up at
/// what takes the compiler's own lexer: directives, raw strings, and strings that are verbatim and interpolated.
/// </summary>
internal struct CodeReader
{
    private readonly string _text;
    private readonly int _end;
    private int _at;

    /// <summary>How many braces are open in the hole of an interpolated string; 0 outside of one.</summary>
    private int _braces;

    /// <summary>How many other brackets are open there.</summary>
    private int _brackets;

    public CodeReader(string text, int start, int end)
    {
        _text = text;
        _end = end;
        _at = start;
        _braces = 0;
        _brackets = 0;
        Start = start;
        Length = 0;
        IsGivenUp = false;
    }

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>The words so far are not all.</summary>
    public bool IsGivenUp { get; private set; }

    [MethodImpl(HotPath.Optimized)]
    public bool MoveNext()
    {
        while (_at < _end && !IsGivenUp)
        {
            char c = _text[_at];
            if (WordReader.IsStart(c))
            {
                Start = _at;
                _at = WordReader.EndOf(_text, _at, _end);
                Length = _at - Start;
                return true;
            }

            Skip(c);
        }

        return false;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Skip(char c)
    {
        char next = _at + 1 < _end ? _text[_at + 1] : '\0';
        switch (c)
        {
            case >= '0' and <= '9':
                _at = WordReader.EndOf(_text, _at, _end);
                break;
            case '/' when next == '/':
                _at = IndexOf("\n", _at);
                break;
            case '/' when next == '*':
                _at = IndexOf("*/", _at + 2) + 2;
                break;
            case '\'':
                SkipQuoted('\'');
                break;
            case '"' when next == '"' && _at + 2 < _end && _text[_at + 2] == '"':
                IsGivenUp = true;
                break;
            case '"':
                SkipQuoted('"');
                break;
            case '@' when next == '"':
                SkipVerbatim();
                break;
            case '$' when next == '"' && _braces == 0 && !(_at + 3 < _end && _text[_at + 2] == '"' && _text[_at + 3] == '"'):
                _at += 2;
                SkipInterpolated();
                break;
            case '#' or '$' or '@' when c != '@' || next == '$':
                IsGivenUp = true;
                break;
            case '{' when _braces > 0:
                _braces++;
                _at++;
                break;
            case '}' when _braces > 0:
                _braces--;
                _at++;
                if (_braces == 0)
                    SkipInterpolated();
                break;
            case ':' when _braces == 1 && _brackets == 0 && next != ':':
                // The format of what is in the hole.
                _at = IndexOf("}", _at);
                break;
            default:
                _brackets += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
                _at++;
                break;
        }
    }

    private readonly int IndexOf(string what, int from)
    {
        int found = from < _end ? _text.IndexOf(what, from, _end - from, System.StringComparison.Ordinal) : -1;
        return found < 0 ? _end : found;
    }

    private void SkipQuoted(char quote)
    {
        for (_at++; _at < _end && _text[_at] != quote && _text[_at] != '\n'; _at++)
        {
            if (_text[_at] == '\\')
                _at++;
        }

        _at++;
    }

    private void SkipVerbatim()
    {
        for (_at += 2; _at < _end; _at++)
        {
            if (_text[_at] != '"')
                continue;
            if (_at + 1 == _end || _text[_at + 1] != '"')
                break;
            _at++;
        }

        _at++;
    }

    /// <summary>The text of an interpolated string up to its end or to its next hole.</summary>
    private void SkipInterpolated()
    {
        for (; _at < _end && _text[_at] != '"' && _text[_at] != '\n'; _at++)
        {
            if (_text[_at] == '\\' || (_text[_at] == '{' && _at + 1 < _end && _text[_at + 1] == '{'))
            {
                _at++;
            }
            else if (_text[_at] == '{')
            {
                _braces = 1;
                _brackets = 0;
                break;
            }
        }

        _at++;
    }
}
