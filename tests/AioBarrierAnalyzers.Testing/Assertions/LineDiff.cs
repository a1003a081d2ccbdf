using System;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A line difference by longest common subsequence: <c>-</c> expected, <c>+</c> actual.</summary>
internal static class LineDiff
{
    public static string Render(string expected, string actual)
    {
        // Carriage returns are kept visible: a difference of line ends alone would otherwise show two equal texts.
        var old = expected.Replace("\r", "<CR>").Split('\n');
        var now = actual.Replace("\r", "<CR>").Split('\n');
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var result = new StringBuilder();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                result.AppendLine(" " + old[i]);
                i++;
                j++;
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                result.AppendLine("-" + old[i++]);
            }
            else
            {
                result.AppendLine("+" + now[j++]);
            }
        }

        return result.ToString();
    }
}
