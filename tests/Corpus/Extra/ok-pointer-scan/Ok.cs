using System;
using System.Collections.Generic;
using System.Text;

namespace Corpus.Extra.OkPointerScan;

public static unsafe class EnvironmentBlock
{
    public static Dictionary<string, string> Parse(byte* block)
    {
        var variables = new Dictionary<string, string>();
        byte* head = block;
        while (*head != 0)
        {
            byte* tail = head;
            while (*tail != 0)
            {
                tail++;
            }

            byte* equals = head + 1;
            while (equals < tail && *equals != (byte)'=')
            {
                equals++;
            }

            if (equals < tail)
            {
                variables[Text(head, equals)] = Text(equals + 1, tail);
            }

            head = tail + 1;
        }

        return variables;
    }

    public static int Length(char* text)
    {
        int length = 0;
        while (text[length] != '\0')
        {
            length++;
        }

        return length;
    }

    private static string Text(byte* from, byte* to) => Encoding.UTF8.GetString(new ReadOnlySpan<byte>(from, (int)(to - from)));
}
