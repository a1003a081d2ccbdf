using System;
using System.Text;
using System.Threading;

namespace Corpus.Extra.OkThreadStatic;

public static class Indenter
{
    [ThreadStatic]
    private static StringBuilder t_builder;

    [ThreadStatic]
    private static int t_depth;

    [ThreadStatic]
    private static bool t_inUse;

    private static readonly ThreadLocal<char[]> s_spaces = new ThreadLocal<char[]>(() =>
    {
        var spaces = new char[64];
        Array.Fill(spaces, ' ');
        return spaces;
    });

    private static int s_created;

    public static int Created => s_created;

    public static string Render(Action<Action<string>> body)
    {
        if (t_inUse)
        {
            throw new InvalidOperationException("Render is not reentrant.");
        }

        t_inUse = true;
        try
        {
            if (t_builder == null)
            {
                t_builder = new StringBuilder();
                Interlocked.Increment(ref s_created);
            }

            t_depth = 0;
            body(WriteLine);
            return t_builder.ToString();
        }
        finally
        {
            t_builder.Clear();
            t_inUse = false;
        }
    }

    private static void WriteLine(string line)
    {
        if (line.StartsWith('}'))
        {
            t_depth--;
        }

        t_builder.Append(s_spaces.Value, 0, Math.Clamp(t_depth * 4, 0, 64)).AppendLine(line);
        if (line.EndsWith('{'))
        {
            t_depth++;
        }
    }
}
