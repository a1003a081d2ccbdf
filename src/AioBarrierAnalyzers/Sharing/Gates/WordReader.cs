using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Goes through the words in a piece of text: all that may be identifiers or keywords, in comments and strings as well. Many times faster than the tokens of a
/// tree; the place of a word leads to its token.
/// </summary>
internal struct WordReader
{
    private readonly string _text;
    private readonly int _end;
    private int _at;

    public WordReader(string text, int start, int end)
    {
        _text = text;
        _end = end;
        _at = start;
        Start = start;
        Length = 0;
    }

    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>The first place behind a word, or behind a number, that begins at a place.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static int EndOf(string text, int at, int end)
    {
        while (at < end && IsPart(text[at]))
            at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPart(char c) => IsStart(c) || c is >= '0' and <= '9' || (c >= 128 && SyntaxFacts.IsIdentifierPartCharacter(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsStart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' || (c >= 128 && SyntaxFacts.IsIdentifierStartCharacter(c));

    [MethodImpl(HotPath.Optimized)]
    public bool MoveNext()
    {
        int at = _at;
        while (at < _end)
        {
            char c = _text[at];
            if (IsStart(c))
            {
                Start = at;
                _at = EndOf(_text, at, _end);
                Length = _at - Start;
                return true;
            }

            at = c is >= '0' and <= '9' ? EndOf(_text, at, _end) : at + 1;
        }

        _at = at;
        return false;
    }
}
