using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Says of most words that they do not stand in a text, without looking at the text again (Bloom, "Space/time trade-offs in hash coding with allowable
/// errors", 1970): worth its making where many words are looked for in many files.
/// </summary>
internal sealed class WordFilter
{
    /// <summary>So many characters of text have one bit: a word that is not there is taken for one that is in about one of ten cases.</summary>
    private const int CharactersPerBit = 4;

    private readonly uint[] _bits;

    [MethodImpl(HotPath.Optimized)]
    public WordFilter(string text)
    {
        int words = 1;
        while (words * 32 * CharactersPerBit < text.Length)
            words *= 2;
        _bits = new uint[words];
        var reader = new WordReader(text, 0, text.Length);
        while (reader.MoveNext())
        {
            uint hash = WordHash.Of(text, reader.Start, reader.Length);
            Set(hash);
            Set(Second(hash));
        }
    }

    /// <summary>False where the word, an identifier, is certainly not in the text.</summary>
    public bool MayHold(string word)
    {
        uint hash = WordHash.Of(word, 0, word.Length);
        return IsSet(hash) && IsSet(Second(hash));
    }

    private static uint Second(uint hash) => unchecked((hash * 2654435761) >> 7);

    private void Set(uint hash) => _bits[(hash >> 5) & (_bits.Length - 1)] |= 1u << (int)(hash & 31);

    private bool IsSet(uint hash) => (_bits[(hash >> 5) & (_bits.Length - 1)] & (1u << (int)(hash & 31))) != 0;
}
