using System;
using System.Threading;

namespace Corpus.Extra.NegAio3004PerThread;

public static class Scratch
{
    [ThreadStatic]
    private static char[] t_buffer;
    private static int s_users;

    public static int Users => Volatile.Read(ref s_users);

    public static int Fill(string text)
    {
        char[] buffer = t_buffer;
        if (buffer == null)
        {
            Interlocked.Increment(ref s_users);
            t_buffer = buffer = new char[16];
        }

        if (buffer.Length < text.Length)
        {
            var larger = new char[text.Length];
            Array.Copy(buffer, larger, buffer.Length);
            t_buffer = buffer = larger;
        }

        for (int i = 0; i < text.Length; i++)
        {
            buffer[i] = text[i];
        }

        return buffer.Length;
    }
}
