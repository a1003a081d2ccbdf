using System;

namespace AioBarrierAnalyzers.Options;

/// <summary>Finds the key that somebody probably meant.</summary>
internal static class NearestKey
{
    /// <summary>The known key with the fewest single-letter edits from <paramref name="key"/>; the earlier of two that are equally near.</summary>
    public static string To(string key)
    {
        var nearest = OptionKeys.All[0];
        var fewest = int.MaxValue;
        foreach (var known in OptionKeys.All)
        {
            var edits = Edits(key, known);
            if (edits >= fewest) continue;

            nearest = known;
            fewest = edits;
        }

        return nearest;
    }

    /// <summary>The Levenshtein distance, kept as one row of its table.</summary>
    private static int Edits(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (var column = 0; column <= to.Length; column++) row[column] = column;

        for (var line = 1; line <= from.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= to.Length; column++)
            {
                var substituted = diagonal + (from[line - 1] == to[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(substituted, Math.Min(diagonal, row[column - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
