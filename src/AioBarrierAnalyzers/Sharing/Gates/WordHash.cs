using System.Runtime.CompilerServices;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The hash of a word by its place in a text, so that no string is made: FNV-1a (Fowler, Noll and Vo), over characters.</summary>
internal static class WordHash
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(string text, int start, int length)
    {
        uint hash = 2166136261;
        for (int i = start; i < start + length; i++)
            hash = unchecked((hash ^ text[i]) * 16777619);
        return hash;
    }
}
